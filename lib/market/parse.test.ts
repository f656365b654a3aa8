import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MarketGarbledError } from "@/lib/errors/marketErrors";
import {
  EXPIRIES,
  type FixtureRecord,
  instrumentsResult,
  NOW,
  STRIKES,
  summariesResult,
  tickerResult,
} from "./marketFixture";
import { parseInstruments } from "./parseInstruments";
import { parseSummaries } from "./parseSummaries";
import { parseTicker } from "./parseTicker";

const NAME = "ETH-4DEC26-3400-P";
const INSTRUMENTS = instrumentsResult();
const SUMMARIES = summariesResult();
const listed = parseInstruments(INSTRUMENTS, "ETH").options;

function changed(entries: FixtureRecord[], changes: FixtureRecord): FixtureRecord[] {
  return entries.map((entry) => (entry.instrument_name === NAME ? { ...entry, ...changes } : entry));
}

describe("parseInstruments", () => {
  it("default", () => {
    const { options, malformed } = parseInstruments(INSTRUMENTS, "ETH");
    expect(malformed).toBe(0);
    expect(options.size).toBe(EXPIRIES.length * STRIKES.length * 2);
    expect(options.get(NAME)).toEqual({ instrument: NAME, expiry: 1_796_371_200, strike: 3400, isPut: true });
  });

  it.each([
    [{ strike: 3500 }],
    [{ strike: "3400" }],
    [{ strike: Number.NaN }],
    [{ strike: -3400 }],
    [{ option_type: "call" }],
    [{ expiration_timestamp: 1_796_371_200 }],
    [{ expiration_timestamp: null }],
    [{ settlement_currency: "USDC" }],
    [{ instrument_name: "BTC-4DEC26-3400-P" }],
    [{ instrument_name: "ETH-4DEC26-3400-P\u202e" }],
    [{ instrument_name: "__proto__" }],
    [{ instrument_name: "ETH-4DEC26-3500-P" }],
  ])("error: %j is malformed, counted, and the rest stands", (changes) => {
    const { options, malformed } = parseInstruments(changed(INSTRUMENTS, changes), "ETH");
    expect(malformed).toBe(1);
    expect(options.has(NAME)).toBe(false);
    expect(options.size).toBe(listed.size - 1);
  });

  it("behavior: what trades no more is no fault, a strike of a half is written with a d", () => {
    expect(parseInstruments(changed(INSTRUMENTS, { is_active: false }), "ETH").malformed).toBe(0);
    const half = changed(INSTRUMENTS, { instrument_name: "ETH-4DEC26-0d5-P", strike: 0.5 });
    expect(parseInstruments(half, "ETH").options.get("ETH-4DEC26-0d5-P")?.strike).toBe(0.5);
  });

  it.each([null, {}, "text", 7, Array.from({ length: 20_001 })])("error: no list", (result) => {
    expect(() => parseInstruments(result, "ETH")).toThrow(MarketGarbledError);
  });
});

describe("parseSummaries", () => {
  it("default: coin prices and percents as they are meant", () => {
    const { lines, malformed } = parseSummaries(SUMMARIES, listed);
    expect(malformed).toBe(0);
    const line = lines.find(({ option }) => option.instrument === NAME);
    const raw = SUMMARIES.find((one) => one.instrument_name === NAME);
    expect(line).toMatchObject({ bid: raw?.bid_price, ask: raw?.ask_price, underlyingPrice: 3_418.4, madeAt: NOW - 2 });
    expect(line?.markVolatility).toBeCloseTo(Number(raw?.mark_iv) / 100, 12);
  });

  it("behavior: null, absent and 0 are nobody; an open interest of 0 is 0", () => {
    const changes = { bid_price: null, ask_price: 0, mark_price: undefined, mark_iv: 0, open_interest: 0 };
    const { lines } = parseSummaries(changed(SUMMARIES, changes), listed);
    expect(lines.find(({ option }) => option.instrument === NAME)).toMatchObject({
      bid: null,
      ask: null,
      mark: null,
      markVolatility: null,
      openInterest: 0,
    });
  });

  it.each([
    [{ bid_price: "0.01" }],
    [{ bid_price: -0.01 }],
    [{ ask_price: 1e9 }],
    [{ ask_price: Number.POSITIVE_INFINITY }],
    [{ mark_price: Number.NaN }],
    [{ mark_price: [0.01] }],
    [{ mark_iv: 1e6 }],
    [{ open_interest: -1 }],
    [{ underlying_price: 0 }],
    [{ underlying_price: null }],
    [{ creation_timestamp: NOW }],
    [{ creation_timestamp: "now" }],
    [{ instrument_name: "ETH-4DEC26-9999-P" }],
    [{ instrument_name: "constructor" }],
    [{ instrument_name: "ETH-4DEC26-3500-P" }],
  ])("error: %j is malformed, counted, and the rest stands", (changes) => {
    const { lines, malformed } = parseSummaries(changed(SUMMARIES, changes), listed);
    expect(malformed).toBe(1);
    expect(lines).toHaveLength(listed.size - 1);
  });
});

describe("parseTicker", () => {
  it("default", () => {
    expect(parseTicker(tickerResult(NAME), NAME)).toMatchObject({ isOpen: true, updatedAt: NOW - 1 });
    expect(parseTicker({ ...tickerResult(NAME), state: "halted" }, NAME).isOpen).toBe(false);
  });

  it.each([null, {}, tickerResult("ETH-4DEC26-3500-P"), { ...tickerResult(NAME), mark_iv: null }])(
    "error: another option's, or no ticker at all",
    (result) => {
      expect(() => parseTicker(result, NAME)).toThrow(MarketGarbledError);
    },
  );
});

describe("whatever comes", () => {
  const junk = fc.oneof(
    fc.anything({ maxDepth: 2 }),
    fc.constantFrom(NAME, Number.NaN, 1e308, -0, "1e5", "\u0000", { valueOf: () => 7 }),
  );
  const field = fc.constantFrom(
    "instrument_name",
    "strike",
    "expiration_timestamp",
    "option_type",
    "is_active",
    "bid_price",
    "ask_price",
    "mark_price",
    "mark_iv",
    "underlying_price",
    "creation_timestamp",
    "open_interest",
    "state",
    "timestamp",
  );
  const entry = fc.tuple(field, junk).map(([name, value]) => ({ [name]: value }));
  const onlyOurs = (parse: () => unknown) => {
    try {
      return parse();
    } catch (error) {
      expect(error).toBeInstanceOf(MarketGarbledError);
      return null;
    }
  };

  it("behavior: lists of anything give finite numbers and counts, or our own error", () => {
    fc.assert(
      fc.property(fc.oneof(junk, fc.array(junk)), (result) => {
        onlyOurs(() => parseInstruments(result, "ETH"));
        onlyOurs(() => parseSummaries(result, listed));
        onlyOurs(() => parseTicker(result, NAME));
      }),
    );
  });

  it("behavior: a good entry with one field changed to anything is read whole or counted", () => {
    fc.assert(
      fc.property(entry, (changes) => {
        const instruments = parseInstruments(changed(INSTRUMENTS, changes), "ETH");
        expect(instruments.options.size + instruments.malformed).toBeGreaterThanOrEqual(listed.size - 1);
        const { lines, malformed } = parseSummaries(changed(SUMMARIES, changes), listed);
        expect(lines.length + malformed).toBe(listed.size);
        for (const { option: _, ...numbers } of lines) {
          for (const value of Object.values(numbers)) expect(value === null || Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
