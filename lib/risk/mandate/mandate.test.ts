import { describe, expect, test } from "vitest";
import { NOW, putEpoch, putVault } from "@/lib/vault/vaultFixture";
import { sampleBook } from "../bookFixture";
import { bookValues } from "../bookValues";
import type { BookLeg, BookPart } from "../RiskBook";
import { exitOf } from "./exitOf";
import { isUncovered } from "./isUncovered";
import { isEmptyMandate } from "./Mandate";
import { breaches, mandateCheck, planLimits } from "./mandateCheck";
import { type Exit, type MandateFigures, mandateFigures } from "./mandateFigures";

const book = sampleBook();
const values = bookValues(book);
const net = values.reduce((sum, value) => sum + value, 0);
const FIGURES: MandateFigures = {
  largestSharePerVault: 0.4,
  largestVault: "call",
  shortfall: 0.05,
  uncovered: 0,
  slowExit: 0.2,
};

function leg(isPut: boolean, strike: number, size: number): BookLeg {
  return { isPut, strike, size, timeToExpiryYears: 0.02, volatility: 0.5 };
}

function part(settlesIn: BookPart["settlesIn"], held: number, legs: readonly BookLeg[]): BookPart {
  const isCoin = settlesIn === "underlying";
  const [coinUnits, quoteUnits] = isCoin ? [held, 0] : [0, held];
  return { id: "it", name: "It", coin: 0, coinUnits, quoteUnits, quote: "USDC", settlesIn, legs };
}

test("default: figures are shares of the net value", () => {
  const exits = new Map([
    ["call", { days: 12, freeUsd: 1_000 }],
    ["condor", { days: 3, freeUsd: 0 }],
    ["bitcoin", { days: 7, freeUsd: 0 }],
  ]);
  const figures = mandateFigures({ book, exits, shortfallUsd: 2_000 });
  expect(figures.largestSharePerVault).toBeCloseTo(Math.max(...values) / net, 12);
  expect(figures.largestVault).toBe(book.parts[values.indexOf(Math.max(...values))]?.name);
  expect(figures.shortfall).toBeCloseTo(2_000 / net, 12);
  expect(figures.slowExit).toBeCloseTo(((values[0] ?? NaN) - 1_000) / net, 12);
  expect(figures.uncovered).toBe(0);
});

test("behavior: nothing held breaks nothing; what has no price is not known", () => {
  const none = mandateFigures({ book: { coins: [], parts: [] }, exits: new Map(), shortfallUsd: null });
  expect(none).toEqual({ largestSharePerVault: 0, largestVault: null, shortfall: 0, uncovered: 0, slowExit: 0 });
  const [first] = book.parts;
  const legs = (first?.legs ?? []).map((one) => ({ ...one, volatility: Number.NaN }));
  const unpriced = { coins: book.coins, parts: first ? [{ ...first, legs }] : [] };
  const figures = mandateFigures({ book: unpriced, exits: new Map(), shortfallUsd: 1 });
  expect(figures).toMatchObject({ largestSharePerVault: null, shortfall: null, uncovered: null, slowExit: null });
});

describe("with what is held and owed in other protocols", () => {
  const cash = (id: string, dollars: number) => ({ ...part("quote", dollars, []), id, name: id });
  const figuresOf = (parts: readonly BookPart[], exits = new Map<string, Exit>()) =>
    mandateFigures({ book: { coins: [], parts }, exits, shortfallUsd: 50 });

  test("default: a position counts as a vault, a debt enlarges every share; by hand, 100 and 300 less 200", () => {
    const figures = figuresOf([cash("vault", 100), cash("debt", -200), cash("lent", 300)]);
    expect(figures).toEqual({
      ...{ largestSharePerVault: 1.5, largestVault: "lent", shortfall: 0.25, uncovered: 0, slowExit: 0 },
    });
  });

  test("behavior: what cannot be taken out at once is slow, whenever it may be", () => {
    const exits = new Map([["lent", { days: Number.POSITIVE_INFINITY, freeUsd: 60 }]]);
    expect(figuresOf([cash("vault", 100), cash("debt", -200), cash("lent", 300)], exits).slowExit).toBe(1.2);
  });

  test("behavior: who owes more than is held breaks every limit on anything held, and a debt alone is no vault", () => {
    const under = figuresOf([cash("lent", 300), cash("debt", -400)]);
    expect(under).toMatchObject({ largestSharePerVault: Infinity, shortfall: Infinity, uncovered: 0 });
    const states = mandateCheck(under, { largestSharePerVault: 1, shortfall: 1, uncovered: 0 });
    expect(states.map(({ standing }) => standing)).toEqual(["broken", "broken", "kept"]);
    expect(planLimits(under, under, { largestSharePerVault: 1 })[0]?.verdict).toBe("stays");
    expect(figuresOf([cash("debt", -400)]).largestSharePerVault).toBe(0);
  });
});

test("behavior: an uncovered vault counts with all that it is worth", () => {
  const short = { ...part("quote", 20_000, [leg(false, 4_000, -1)]), id: "short", name: "Short" };
  const figures = mandateFigures({
    book: { coins: book.coins, parts: [short, { ...part("quote", 20_000, []), id: "cash" }] },
    exits: new Map(),
    shortfallUsd: null,
  });
  expect(figures.uncovered).toBeCloseTo(0.5, 2);
  expect(figures.shortfall).toBeNull();
});

test.each<[string, BookPart, boolean]>([
  ["a put with its strike in cash", part("quote", 3_100, [leg(true, 3_100, -1)]), false],
  ["a put with less than its strike", part("quote", 3_000, [leg(true, 3_100, -1)]), true],
  ["a call in the quote, however much is held", part("quote", 1e9, [leg(false, 3_100, -1)]), true],
  ["a call spread with its width", part("quote", 100, [leg(false, 3_100, -1), leg(false, 3_200, 1)]), false],
  ["a covered call", part("underlying", 1, [leg(false, 3_100, -1)]), false],
  ["two calls on one coin", part("underlying", 1, [leg(false, 3_100, -2)]), true],
  ["a put in coin, however much is held", part("underlying", 1e6, [leg(true, 3_100, -1)]), true],
  [
    "a put in coin, covered by one of a higher strike",
    part("underlying", 0, [leg(true, 3_100, -1), leg(true, 3_200, 1)]),
    false,
  ],
  [
    "a put spread in coin worth nothing at 0 and short below",
    part("underlying", 0.1, [leg(true, 3_000, 2), leg(true, 6_000, -1)]),
    true,
  ],
  ["bought options", part("quote", 0, [leg(true, 3_100, 1), leg(false, 3_100, 1)]), false],
  ["nothing but cash", part("quote", 5, []), false],
])("behavior: %s", (_, one, expected) => {
  expect(isUncovered(one)).toBe(expected);
});

test("default: each limit that is set, kept, broken or not known", () => {
  expect(mandateCheck(FIGURES, { slowExit: 0.2, largestSharePerVault: 0.3, shortfall: 0.1 })).toEqual([
    { limit: "largestSharePerVault", most: 0.3, now: 0.4, standing: "broken" },
    { limit: "shortfall", most: 0.1, now: 0.05, standing: "kept" },
    { limit: "slowExit", most: 0.2, now: 0.2, standing: "kept" },
  ]);
  expect(mandateCheck({ ...FIGURES, shortfall: null }, { shortfall: 0 })[0]?.standing).toBe("unknown");
  expect(mandateCheck(FIGURES, {})).toEqual([]);
  expect(isEmptyMandate({})).toBe(true);
  expect(isEmptyMandate({ uncovered: 0 })).toBe(false);
});

test.each<[number | null, number | null, string]>([
  [0.2, 0.3, "kept"],
  [0.2, 0.31, "breaks"],
  [null, 0.31, "breaks"],
  [0.4, 0.41, "worsens"],
  [0.4, 0.4, "stays"],
  [0.4, 0.35, "stays"],
  [0.4, 0.2, "kept"],
  [0.2, null, "unknown"],
])("behavior: from %s to %s a limit of 0.3 is: %s", (before, after, verdict) => {
  const [limit] = planLimits(
    { ...FIGURES, largestSharePerVault: before },
    { ...FIGURES, largestSharePerVault: after },
    { largestSharePerVault: 0.3 },
  );
  expect(limit?.verdict).toBe(verdict);
  expect(breaches(limit ? [limit] : [])).toHaveLength(verdict === "breaks" || verdict === "worsens" ? 1 : 0);
});

test("default: shares leave when the epoch ends, at rest at the next opening", () => {
  const { days, freeUsd } = exitOf(putVault(), NOW, 12);
  expect([days, freeUsd]).toEqual([406_800 / 86_400, 12]);
  expect(exitOf(putVault({ epoch: putEpoch({ phase: "idle" }) }), NOW, 0).days).toBeLessThan(7);
});
