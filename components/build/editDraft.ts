import type { Leg } from "@/lib/products/Leg";
import { MAX_LEGS } from "@/lib/products/margin";
import { nearestStrike, strikeAway, templateLegs } from "@/lib/products/strikeGrid";
import { TEMPLATES, type TemplateId } from "@/lib/products/templates";
import type { Draft } from "./Draft";
import type { ListedExpiry } from "./listedExpiries";
import { draftTemplate } from "./plainWords";
import { type BuildPlace, deviationOf } from "./resolveDraft";

/** What of a leg can be changed; the rest stays. */
export type LegChange = Partial<Leg>;

/** The draft with one leg changed. */
export function withLeg(draft: Draft, index: number, change: LegChange): Draft {
  return { ...draft, legs: draft.legs.map((leg, at) => (at === index ? { ...leg, ...change } : leg)) };
}

/** The draft with a leg's strike at the listed one nearest to a price. */
export function withStrikeNear(
  draft: Draft,
  { strikes }: ListedExpiry,
  at: { readonly leg: number; readonly price: number },
): Draft {
  return withLeg(draft, at.leg, { strike: nearestStrike(strikes, at.price) });
}

/** The draft with a leg's strike so many listed ones away. */
export function withStrikeAway(
  draft: Draft,
  { strikes }: ListedExpiry,
  at: { readonly leg: number; readonly steps: number },
): Draft {
  const from = draft.legs[at.leg]?.strike ?? Number.NaN;
  return withLeg(draft, at.leg, { strike: strikeAway(strikes, from, at.steps) });
}

/** One leg more: a bought call at the money, to be changed. Unchanged where an account can hold no more. */
export function withNewLeg(draft: Draft, { strikes }: ListedExpiry, spot: number): Draft {
  if (draft.legs.length >= MAX_LEGS) return draft;
  const leg: Leg = { isPut: false, side: 1, strike: nearestStrike(strikes, spot), quantity: 1 };
  return { ...draft, legs: [...draft.legs, leg] };
}

/** One leg less; the last one stays. */
export function withoutLeg(draft: Draft, index: number): Draft {
  return draft.legs.length < 2 ? draft : { ...draft, legs: draft.legs.filter((_, at) => at !== index) };
}

/** The draft with another expiry of its market, each strike at the nearest listed there. */
export function withExpiry(draft: Draft, listed: ListedExpiry): Draft {
  const legs = draft.legs.map((leg) => ({ ...leg, strike: nearestStrike(listed.strikes, leg.strike) }));
  return { ...draft, expiry: listed.expiry, legs };
}

/** What one unit of a template's options costs, in dollars; not above 0 where it is paid. */
export type UnitCost = (draft: Draft) => number;

const NOTE_DEPOSIT = 10_000;

/**
 * The draft as a template has it, at strikes of its own expiry; its size stays. A note is the other way round: its deposit decides how many options its
 * budget buys. Null where too few strikes are listed.
 */
export function fromTemplate(
  draft: Draft,
  id: TemplateId,
  {
    place,
    listed,
    unitCost,
  }: { readonly place: BuildPlace; readonly listed: ListedExpiry; readonly unitCost: UnitCost },
): Draft | null {
  const template = TEMPLATES[id];
  const deviation = deviationOf(place, listed.expiry);
  const legs = templateLegs(template, { spot: place.spot, deviation, listed: listed.strikes });
  if (legs === null) return null;
  const outlook = template.outlooks.includes(draft.outlook) ? draft.outlook : (template.outlooks[0] ?? draft.outlook);
  // A note's size was its deposit's choice, not the reader's.
  const size = draftTemplate(draft) === "protectedNote" ? 1 : draft.size;
  const plain: Draft = { ...draft, size, legs, outlook, deposit: template.deposit, collateral: null };
  if (template.budget === undefined) return plain;
  const collateral = draft.deposit === "quote" ? (draft.collateral ?? NOTE_DEPOSIT) : NOTE_DEPOSIT;
  const bought = Math.floor(((collateral * template.budget) / unitCost({ ...plain, size: 1 })) * 1e4) / 1e4;
  return bought > 0 && Number.isFinite(bought) ? { ...plain, collateral, size: bought } : null;
}
