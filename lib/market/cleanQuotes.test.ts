import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MarketUnusableError } from "@/lib/errors/marketErrors";
import { cleanQuotes } from "./cleanQuotes";
import {
  EXPIRIES,
  type FixtureRecord,
  fixtureVolatility,
  INDEX,
  instrumentsResult,
  NOW,
  summariesResult,
} from "./marketFixture";
import { parseInstruments } from "./parseInstruments";
import { parseSummaries } from "./parseSummaries";
import { volatilityToFit } from "./quoteOfLine";

const NAME = "ETH-4DEC26-3400-P";
const OTHER = "ETH-25DEC26-3400-P";
const [, EXPIRY] = EXPIRIES;
if (EXPIRY === undefined) throw new TypeError("three expiries");
const LISTED = parseInstruments(instrumentsResult(), "ETH");
const SUMMARIES = summariesResult();

function clean(changes: FixtureRecord = {}, now = NOW, summaries = SUMMARIES) {
  const lines = summaries.map((line) => (line.instrument_name === NAME ? { ...line, ...changes } : line));
  return cleanQuotes({ listed: LISTED, book: parseSummaries(lines, LISTED.options), indexPrice: INDEX, now });
}

const one = (result: ReturnType<typeof clean>) => result.quotes.find(({ instrument }) => instrument === NAME);

describe("cleanQuotes", () => {
  it("default: dollars by the expiry's forward, Black's volatilities, in order", () => {
    const result = clean();
    const volatility = fixtureVolatility(EXPIRY, 3400);
    const quote = one(result);
    expect(result.faults).toEqual({});
    expect(result.asOf).toBe(NOW - 2);
    expect(quote).toMatchObject({ strike: 3400, isPut: true, forward: 3_418.4, openInterest: 120.5 });
    const raw = SUMMARIES.find((line) => line.instrument_name === NAME);
    expect(quote?.bid).toBeCloseTo(Number(raw?.bid_price) * 3_418.4, 10);
    expect(quote?.bidVolatility).toBeCloseTo(volatility - 0.005, 12);
    expect(quote?.askVolatility).toBeCloseTo(volatility + 0.005, 12);
    expect(quote?.markVolatility).toBeCloseTo(volatility, 12);
    const order = result.quotes.map(({ expiry, strike, isPut }) => expiry * 1e5 + strike + (isPut ? 0 : 0.5));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("behavior: a line of the last half hour, or past, is expired; one of a minute before it is not", () => {
    const [first] = EXPIRIES;
    const expiry = first?.expiry ?? 0;
    const made = (secondsLeft: number) =>
      SUMMARIES.map((line) => ({ ...line, creation_timestamp: (expiry - secondsLeft) * 1000 }));
    const at = (secondsLeft: number) => {
      const book = parseSummaries(made(secondsLeft), LISTED.options);
      return cleanQuotes({ listed: LISTED, book, indexPrice: INDEX, now: expiry - secondsLeft }).faults;
    };
    expect(at(1_800)).toEqual({ expired: 24 });
    expect(at(-5)).toEqual({ expired: 24 });
    expect(at(1_860)).toEqual({});
  });

  it.each([
    ["stale", { creation_timestamp: (NOW - 121) * 1000 }],
    ["early", { creation_timestamp: (NOW + 61) * 1000 }],
    ["crossed", { bid_price: 0.05, ask_price: 0.049 }],
    ["noPrice", { bid_price: null, ask_price: null, mark_price: null, mark_iv: null }],
    ["notImplied", { bid_price: 5, ask_price: 6, mark_price: 5.5, mark_iv: null }],
    ["outlier", { underlying_price: 3_500 }],
    ["malformed", { bid_price: "0.01" }],
  ] as const)("behavior: %s is counted and left out", (fault, changes) => {
    const result = clean(changes);
    // A line that cannot be read says nothing of an option that is listed.
    expect(result.faults).toEqual(fault === "malformed" ? { malformed: 1, missing: 1 } : { [fault]: 1 });
    expect(one(result)).toBeUndefined();
  });

  it("behavior: a listed option without a line is missing", () => {
    const book = parseSummaries(SUMMARIES.slice(3), LISTED.options);
    expect(cleanQuotes({ listed: LISTED, book, indexPrice: INDEX, now: NOW }).faults).toEqual({ missing: 3 });
  });

  it("behavior: a locked quote and one of a faster clock are used", () => {
    expect(one(clean({ bid_price: 0.05, ask_price: 0.05 }))?.bid).toBeCloseTo(0.05 * 3_418.4, 9);
    expect(one(clean({ creation_timestamp: (NOW + 30) * 1000 }))).toBeDefined();
  });

  it("behavior: the middle where both sides imply a volatility, else the mark, else nothing to fit", () => {
    const toFit = (changes: FixtureRecord) => {
      const quote = one(clean(changes));
      return quote === undefined ? undefined : volatilityToFit(quote);
    };
    const volatility = fixtureVolatility(EXPIRY, 3400);
    expect(toFit({})).toEqual({ volatility: expect.closeTo(volatility, 12), width: expect.closeTo(0.01, 12) });
    const marked = { volatility: expect.closeTo(volatility, 12), width: null };
    expect(toFit({ bid_price: null })).toEqual(marked);
    expect(toFit({ ask_price: null, mark_iv: null })).toEqual(marked);
    expect(toFit({ ask_price: null, mark_price: null, mark_iv: null })).toBeNull();
  });

  it("error: all stale, all ahead of the chain, and nothing at all", () => {
    expect(() => clean({}, NOW + 119)).toThrow(new MarketUnusableError("stale"));
    expect(() => clean({}, NOW - 63)).toThrow(new MarketUnusableError("early"));
    const nothing = { listed: LISTED, book: { lines: [], malformed: 0 }, indexPrice: INDEX, now: NOW };
    expect(() => cleanQuotes(nothing)).toThrow(new MarketUnusableError("thin"));
    expect(() => cleanQuotes({ ...nothing, book: parseSummaries(SUMMARIES, LISTED.options), indexPrice: 1e5 })).toThrow(
      MarketUnusableError,
    );
  });

  it("behavior: whatever the prices, every number of a quote is finite and every line is a quote or a fault", () => {
    const price = fc.oneof(
      fc.constant(null),
      fc.double({ min: 0, max: 1_000, noNaN: true }),
      fc.double({ min: 0, max: 0.2, noNaN: true }),
    );
    const changes = fc.record({
      bid_price: price,
      ask_price: price,
      mark_price: price,
      mark_iv: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 10_000, noNaN: true })),
      underlying_price: fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
      creation_timestamp: fc.integer({ min: 1e12, max: 2e12 }),
    });
    const ours = SUMMARIES.filter((line) => line.instrument_name === NAME || line.instrument_name === OTHER);
    fc.assert(
      fc.property(changes, (fields) => {
        const result = clean(fields, NOW, ours);
        const { missing = 0, ...left } = result.faults;
        expect(missing).toBe(SUMMARIES.length - 2);
        const faults = Object.values(left).reduce((sum, number) => sum + number, 0);
        expect(result.quotes.length + faults).toBe(2);
        for (const value of Object.values(one(result) ?? {})) {
          if (typeof value === "number") expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      }),
    );
  });
});
