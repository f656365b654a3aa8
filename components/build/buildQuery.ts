import type { Leg } from "@/lib/products/Leg";
import { MAX_LEGS } from "@/lib/products/margin";
import type { DepositKind } from "@/lib/products/Product";
import type { TemplateOutlook } from "@/lib/products/templates";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import { COLLATERAL_LIMIT, type Draft, QUANTITY_LIMIT, SIZE_LIMIT } from "./Draft";
import { OUTLOOK_ORDER } from "./outlookNames";

/** What an address asks for; null where it does not say, or says it wrongly: then the name stands in `faults`. */
export type BuildQuery = {
  readonly asset: string | null;
  /** 00:00 UTC of the day. */
  readonly expiryDay: UnixSeconds | null;
  readonly deposit: DepositKind | null;
  readonly size: number | null;
  readonly collateral: number | null;
  readonly legs: readonly Leg[] | null;
  readonly outlook: TemplateOutlook | null;
  readonly faults: readonly QueryName[];
};

/** The names of the query, as they stand in an address. */
export type QueryName = "asset" | "expiry" | "held" | "size" | "collateral" | "legs" | "outlook";

type Query = { readonly get: (name: string) => string | null };

const SYMBOL = /^[A-Za-z0-9]{1,12}$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LEG = /^(-?)(\d{1,4}(?:\.\d{1,4})?)?([pc])(\d{1,8}(?:\.\d{1,8})?)$/;
const LONGEST_LEGS = 300;
const DAY_SECONDS = 86_400;

/** Reads an address. Never throws; what is wrong is left out and named. */
export function parseBuildQuery(query: Query): BuildQuery {
  const faults: QueryName[] = [];
  const read = <T>(name: QueryName, parse: (text: string) => T | null): T | null => {
    const text = query.get(name);
    if (text === null || text === "") return null;
    const value = parse(text);
    if (value === null) faults.push(name);
    return value;
  };
  return {
    asset: read("asset", (text) => (SYMBOL.test(text) ? text : null)),
    expiryDay: read("expiry", parseDay),
    deposit: read("held", (text) => (text === "coin" ? "underlying" : text === "usd" ? "quote" : null)),
    size: read("size", (text) => parseWithin(text, SIZE_LIMIT)),
    collateral: read("collateral", (text) => parseWithin(text, COLLATERAL_LIMIT)),
    legs: read("legs", parseLegs),
    outlook: read("outlook", (text) => OUTLOOK_ORDER.find((outlook) => outlook === text) ?? null),
    faults,
  };
}

/** The address of a draft: `?asset=ETH&expiry=2026-12-04&size=6&legs=-p3050_-c4000&outlook=neutral`. */
export function buildQuery(draft: Draft): string {
  const query = [`asset=${draft.coin}`, `expiry=${dayText(draft.expiry)}`];
  if (draft.deposit === "underlying") query.push("held=coin");
  query.push(`size=${draft.size}`);
  if (draft.collateral !== null) query.push(`collateral=${draft.collateral}`);
  query.push(`legs=${draft.legs.map(legText).join("_")}`, `outlook=${draft.outlook}`);
  return `?${query.join("&")}`;
}

/** Digits with a point, above 0 and within a limit; null otherwise. */
export function parseWithin(text: string, limit: { readonly most: number; readonly decimals: number }): number | null {
  const [, fraction = ""] = /^\d{1,12}(?:\.(\d{1,8}))?$/.exec(text) ?? [text, "none"];
  const value = Number(text);
  return fraction !== "none" && fraction.length <= limit.decimals && value > 0 && value <= limit.most ? value : null;
}

function parseDay(text: string): UnixSeconds | null {
  const [, year, month, day] = DAY.exec(text) ?? [];
  const milliseconds = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (!Number.isFinite(milliseconds)) return null;
  const seconds = unixSeconds(BigInt(milliseconds / 1_000));
  return dayText(seconds) === text ? seconds : null;
}

function dayText(at: UnixSeconds): string {
  return new Date((Number(at) - (Number(at) % DAY_SECONDS)) * 1_000).toISOString().slice(0, 10);
}

function parseLegs(text: string): readonly Leg[] | null {
  if (text.length > LONGEST_LEGS) return null;
  const legs = text.split("_").map(parseLeg);
  return legs.length <= MAX_LEGS && legs.every((leg) => leg !== null) ? legs : null;
}

function parseLeg(text: string): Leg | null {
  const [, minus, count = "1", kind, price] = LEG.exec(text) ?? [];
  const quantity = parseWithin(count, QUANTITY_LIMIT);
  const strike = Number(price);
  if (kind === undefined || quantity === null || !(strike > 0)) return null;
  return { isPut: kind === "p", side: minus === "-" ? -1 : 1, strike, quantity };
}

/** `-p3050`: one sold put a unit; `1.5c4000`: one and a half bought calls. */
function legText({ isPut, side, strike, quantity }: Leg): string {
  return `${side < 0 ? "-" : ""}${quantity === 1 ? "" : quantity}${isPut ? "p" : "c"}${strike}`;
}
