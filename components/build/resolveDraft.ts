import { formatStrike } from "@/lib/format/formatPrice";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import { joinedNames } from "@/lib/format/joinedNames";
import { atmVolatility } from "@/lib/pricing/surfaceVolatility";
import type { VolatilitySurface } from "@/lib/pricing/VolatilitySurface";
import type { Leg } from "@/lib/products/Leg";
import { nearestStrike, templateLegs } from "@/lib/products/strikeGrid";
import { TEMPLATES } from "@/lib/products/templates";
import { type UnixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import type { BuildQuery, QueryName } from "./buildQuery";
import type { Draft } from "./Draft";
import type { ListedExpiry } from "./listedExpiries";

/** Where a structure is built: a coin, its price and what its market lists. */
export type BuildPlace = {
  readonly coin: string;
  readonly spot: number;
  readonly now: UnixSeconds;
  readonly surface: VolatilitySurface;
  /** At least one. */
  readonly expiries: readonly ListedExpiry[];
};

/** The draft that an address asks for, its listed expiry, and a sentence for everything that could not be as asked. */
export type ResolvedDraft = { readonly draft: Draft; readonly listed: ListedExpiry; readonly notes: readonly string[] };

const DEFAULT_TEMPLATE = "ironCondor";
const DEFAULT_DAYS = 5;
const DAY_SECONDS = 86_400n;

/** The draft of an address, made possible: a day without options becomes one with, a strike that is not listed the nearest one. Null where nothing is listed. */
export function resolveDraft(query: BuildQuery, place: BuildPlace): ResolvedDraft | null {
  const notes = faultNotes(query.faults);
  const listed = expiryOf(query, place, notes);
  if (listed === undefined) return null;
  const asked = query.legs;
  const legs = asked === null ? defaultLegs(place, listed) : snapped(asked, listed, place, notes);
  return {
    draft: {
      coin: place.coin,
      expiry: listed.expiry,
      deposit: asked === null ? TEMPLATES[DEFAULT_TEMPLATE].deposit : (query.deposit ?? "quote"),
      size: query.size ?? 1,
      collateral: query.collateral,
      legs,
      outlook: query.outlook ?? "neutral",
    },
    listed,
    notes,
  };
}

/** Deviation of the logarithm of the settlement price, σ√T at the money. */
export function deviationOf({ surface, now }: Pick<BuildPlace, "surface" | "now">, expiry: UnixSeconds): number {
  const years = Math.max(0, yearsBetween(now, expiry));
  return atmVolatility(surface, years) * Math.sqrt(years);
}

function defaultLegs(place: BuildPlace, listed: ListedExpiry): readonly Leg[] {
  const deviation = deviationOf(place, listed.expiry);
  const places = { spot: place.spot, deviation, listed: listed.strikes };
  return templateLegs(TEMPLATES[DEFAULT_TEMPLATE], places) ?? templateLegs(TEMPLATES.longCall, places) ?? [];
}

/** The asked day's expiry, else the first one some days ahead. */
function expiryOf({ expiryDay }: BuildQuery, place: BuildPlace, notes: string[]): ListedExpiry | undefined {
  const { expiries, now, coin } = place;
  const own = expiries.find(
    ({ expiry }) => expiryDay !== null && expiry >= expiryDay && expiry < expiryDay + DAY_SECONDS,
  );
  const other = expiries.find(({ expiry }) => yearsBetween(now, expiry) * 365 >= DEFAULT_DAYS) ?? expiries.at(-1);
  if (own === undefined && expiryDay !== null && other !== undefined) {
    const asked = formatUtcDay(expiryDay, now);
    const why = expiryDay + DAY_SECONDS <= now ? "has passed" : `has no ${coin} options listed`;
    notes.push(`${asked} ${why}: shown is ${formatUtcDay(other.expiry, now)}.`);
  }
  return own ?? other;
}

function snapped(
  legs: readonly Leg[],
  { strikes, expiry }: ListedExpiry,
  { now }: BuildPlace,
  notes: string[],
): readonly Leg[] {
  const moved = legs.map((leg) => ({ ...leg, strike: nearestStrike(strikes, leg.strike) }));
  const changes = legs.flatMap(({ strike }, index) => {
    const to = moved[index]?.strike;
    return to === undefined || to === strike ? [] : [`${formatStrike(strike)} to ${formatStrike(to)}`];
  });
  if (changes.length > 0) {
    notes.push(
      `Not every strike is listed for ${formatUtcDay(expiry, now)}. Moved: ${joinedNames([...new Set(changes)])}.`,
    );
  }
  return moved;
}

const FAULT_WORDS: Readonly<Record<QueryName, string>> = {
  asset: "coin",
  expiry: "expiry",
  held: "deposit",
  size: "size",
  collateral: "collateral",
  legs: "legs",
  outlook: "outlook",
};

function faultNotes(faults: readonly QueryName[]): string[] {
  if (faults.length === 0) return [];
  const names = joinedNames(faults.map((name) => FAULT_WORDS[name]));
  return [`The link’s ${names} could not be read, so ${faults.length === 1 ? "it is" : "they are"} left at the usual.`];
}
