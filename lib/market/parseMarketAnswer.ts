import { MarketGarbledError } from "@/lib/errors/marketErrors";
import type { RawSvi, SliceFit, SurfaceSlice } from "@/lib/pricing/VolatilitySurface";
import { type JsonRecord, listOf, numberOf, recordOf, textOf } from "./jsonFields";
import type { MarketAnswer, MarketMoment, MarketView, QuoteFault } from "./MarketView";
import type { OptionQuote } from "./OptionQuote";

const SUBJECT = "the market route";
const LONGEST_LIST = 10_000;
const SHORT_TEXT = /^[^\p{Cc}]{1,80}$/u;
const SENTENCE = /^[^\p{Cc}]{1,400}$/u;
const REASONS = ["notConfigured", "unreachable", "stale", "unusable"] as const;
const FAULTS: readonly QuoteFault[] = [
  "stale",
  "early",
  "crossed",
  "noPrice",
  "outlier",
  "notImplied",
  "malformed",
  "expired",
  "missing",
  "thin",
];
const ABOVE_ZERO = { least: Number.MIN_VALUE, most: 1e12 };
const NOT_NEGATIVE = { least: 0, most: 1e12 };
const REAL = { least: -1e12, most: 1e12 };

/**
 * Our own route's answer, looked at as if a stranger had sent it: between server and browser there may be one. Every number
 * finite and of its sign. Throws {@link MarketGarbledError}.
 */
export function parseMarketAnswer(value: unknown): MarketAnswer {
  const fields = record(value, "answer");
  if (fields.ok === true) return { ok: true, view: viewOf(record(fields.view, "view")) };
  const reason = REASONS.find((one) => one === fields.reason);
  if (fields.ok !== false || reason === undefined) throw garbled("answer");
  return { ok: false, reason, detail: text(fields.detail, SENTENCE, "detail") };
}

function viewOf(fields: JsonRecord): MarketView {
  const source = record(fields.source, "source");
  const slices = list(record(fields.surface, "surface").slices, "slices").map(sliceOf);
  if (slices.length === 0) throw garbled("slices");
  return {
    currency: text(fields.currency, SHORT_TEXT, "currency"),
    source: { name: text(source.name, SHORT_TEXT, "source"), host: text(source.host, SHORT_TEXT, "source") },
    indexPrice: number(fields.indexPrice, ABOVE_ZERO, "indexPrice"),
    asOf: number(fields.asOf, ABOVE_ZERO, "asOf"),
    quotes: list(fields.quotes, "quotes").map(quoteOf),
    faults: faultsOf(record(fields.faults, "faults")),
    surface: { slices },
    rmsVolatility: number(fields.rmsVolatility, NOT_NEGATIVE, "rmsVolatility"),
    history: list(fields.history, "history").map(momentOf),
  };
}

function sliceOf(value: unknown): SurfaceSlice {
  const fields = record(value, "slice");
  return {
    timeToExpiryYears: number(fields.timeToExpiryYears, ABOVE_ZERO, "slice"),
    forward: number(fields.forward, ABOVE_ZERO, "slice"),
    svi: sviOf(record(fields.svi, "svi")),
    fit: fitOf(record(fields.fit, "fit")),
  };
}

function sviOf(fields: JsonRecord): RawSvi {
  return {
    a: number(fields.a, REAL, "svi"),
    b: number(fields.b, NOT_NEGATIVE, "svi"),
    rho: number(fields.rho, { least: -1, most: 1 }, "svi"),
    m: number(fields.m, REAL, "svi"),
    sigma: number(fields.sigma, NOT_NEGATIVE, "svi"),
  };
}

function fitOf(fields: JsonRecord): SliceFit {
  return {
    quotes: number(fields.quotes, NOT_NEGATIVE, "fit"),
    rmsVolatility: number(fields.rmsVolatility, NOT_NEGATIVE, "fit"),
    worstVolatility: number(fields.worstVolatility, NOT_NEGATIVE, "fit"),
  };
}

function quoteOf(value: unknown): OptionQuote {
  const fields = record(value, "quote");
  if (typeof fields.isPut !== "boolean") throw garbled("quote");
  const orNull = (name: string) => (fields[name] === null ? null : number(fields[name], NOT_NEGATIVE, "quote"));
  return {
    instrument: text(fields.instrument, SHORT_TEXT, "quote"),
    expiry: number(fields.expiry, ABOVE_ZERO, "quote"),
    strike: number(fields.strike, ABOVE_ZERO, "quote"),
    isPut: fields.isPut,
    forward: number(fields.forward, ABOVE_ZERO, "quote"),
    bid: orNull("bid"),
    ask: orNull("ask"),
    mark: orNull("mark"),
    bidVolatility: orNull("bidVolatility"),
    askVolatility: orNull("askVolatility"),
    markVolatility: orNull("markVolatility"),
    openInterest: orNull("openInterest"),
  };
}

function faultsOf(fields: JsonRecord): MarketView["faults"] {
  const counted = FAULTS.filter((fault) => fields[fault] !== undefined);
  return Object.fromEntries(counted.map((fault) => [fault, number(fields[fault], NOT_NEGATIVE, "faults")]));
}

function momentOf(value: unknown): MarketMoment {
  const fields = record(value, "history");
  const skewOf = (skew: unknown) => (skew === null ? null : number(skew, REAL, "history"));
  return {
    asOf: number(fields.asOf, ABOVE_ZERO, "history"),
    volatility7Days: number(fields.volatility7Days, NOT_NEGATIVE, "history"),
    volatility30Days: number(fields.volatility30Days, NOT_NEGATIVE, "history"),
    skew7Days: skewOf(fields.skew7Days),
    skew30Days: skewOf(fields.skew30Days),
  };
}

function garbled(part: string): MarketGarbledError {
  return new MarketGarbledError(SUBJECT, `has a ${part} that makes no sense`);
}

function record(value: unknown, part: string): JsonRecord {
  const found = recordOf(value);
  if (found === null) throw garbled(part);
  return found;
}

function list(value: unknown, part: string): readonly unknown[] {
  const found = listOf(value, LONGEST_LIST);
  if (found === null) throw garbled(part);
  return found;
}

function number(value: unknown, bounds: { readonly least: number; readonly most: number }, part: string): number {
  const found = numberOf(value, bounds);
  if (found === null) throw garbled(part);
  return found;
}

function text(value: unknown, form: RegExp, part: string): string {
  const found = textOf(value, form);
  if (found === null) throw garbled(part);
  return found;
}
