import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MarketGarbledError } from "@/lib/errors/marketErrors";
import type { MarketAnswer } from "./MarketView";
import { parseMarketAnswer } from "./parseMarketAnswer";

const ANSWER: Extract<MarketAnswer, { ok: true }> = {
  ok: true,
  view: {
    currency: "ETH",
    source: { name: "Local market", host: "127.0.0.1:8600" },
    indexPrice: 3412.57,
    asOf: 1_795_694_398.25,
    quotes: [
      {
        instrument: "ETH-4DEC26-3400-P",
        expiry: 1_796_371_200,
        strike: 3400,
        isPut: true,
        forward: 3418.4,
        bid: 101.5,
        ask: 103.25,
        mark: null,
        bidVolatility: 0.575,
        askVolatility: 0.585,
        markVolatility: null,
        openInterest: 0,
      },
    ],
    faults: { stale: 3, thin: 2 },
    surface: {
      slices: [
        {
          timeToExpiryYears: 0.0214,
          forward: 3418.4,
          svi: { a: -0.0001, b: 0.03, rho: -0.3, m: 0.01, sigma: 0.05 },
          fit: { quotes: 12, rmsVolatility: 0.003, worstVolatility: 0.008 },
        },
      ],
    },
    rmsVolatility: 0.003,
    history: [{ asOf: 1_795_690_000, volatility7Days: 0.58, volatility30Days: 0.6, skew7Days: 0.04, skew30Days: null }],
  },
};

/** Every place in a value, as the keys that lead there. */
function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const isSound = (value: unknown): boolean =>
  typeof value === "number"
    ? Number.isFinite(value)
    : typeof value !== "object" || value === null || Object.values(value).every(isSound);

describe("parseMarketAnswer", () => {
  it("default: what the server sent comes through as it is, and nothing else does", () => {
    const sent = JSON.parse(JSON.stringify({ ...ANSWER, extra: 1, view: { ...ANSWER.view, script: "<b>" } }));
    expect(parseMarketAnswer(sent)).toEqual(ANSWER);
  });

  it.each(["notConfigured", "unreachable", "stale", "unusable"] as const)("default: no market: %s", (reason) => {
    const answer = { ok: false, reason, detail: "The option market's quotes are too old." };
    expect(parseMarketAnswer({ ...answer, view: 7 })).toEqual(answer);
  });

  it.each([
    ["slices", []],
    ["slices", {}],
    ["svi", null],
    ["rho", 1.5],
    ["forward", 0],
    ["rmsVolatility", "0.003"],
    ["host", "a\nb"],
    ["indexPrice", null],
    ["isPut", 1],
    ["skew30Days", "x"],
    ["stale", -1],
    ["quotes", Array.from({ length: 10_001 })],
  ])("error: %s of %j", (name, by) => {
    const path = placesOf(ANSWER).find((place) => place.at(-1) === name) ?? [];
    expect(() => parseMarketAnswer(replaced(ANSWER, path, by))).toThrow(MarketGarbledError);
  });

  it.each([null, 7, "ok", [], {}, { ok: false }, { ok: false, reason: "other", detail: "x" }, { ok: true }])(
    "error: %j is no answer",
    (value) => {
      expect(() => parseMarketAnswer(value)).toThrow(MarketGarbledError);
    },
  );

  it("behavior: with anything anywhere it is our own error, or every number of it is finite", () => {
    const place = fc.constantFrom(...placesOf(ANSWER));
    fc.assert(
      fc.property(place, fc.anything(), (path, by) => {
        try {
          expect(isSound(parseMarketAnswer(replaced(ANSWER, path, by)))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(MarketGarbledError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
