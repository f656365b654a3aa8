import { describe, expect, test } from "vitest";
import { black } from "@/lib/pricing/black";
import { sampleBook } from "./bookFixture";
import { bookValues, ruledVolatility } from "./bookValues";
import type { SmileRule } from "./MarketMove";
import type { BookPart, RiskBook } from "./RiskBook";
import type { ScenarioColumns } from "./ScenarioColumns";
import { datedBook, randomColumns } from "./scenarioFixture";
import { scenarioPlan } from "./scenarioPlan";
import { fillScenarioValues, scenarioValues } from "./scenarioValues";

const DAY = 1 / 365;
const book = datedBook();
const RULES: readonly SmileRule[] = ["stickyStrike", "stickyDelta"];

/** One part in one scenario by the single option's formula. */
function plainValue(part: BookPart, columns: ScenarioColumns, { at, rule }: { at: number; rule: SmileRule }): number {
  const coin = book.coins[part.coin];
  if (coin === undefined) return part.quoteUnits;
  const spot = columns.spots[part.coin]?.[at] ?? NaN;
  const factor = columns.volatilityFactors[part.coin]?.[at] ?? NaN;
  return part.legs.reduce(
    (sum, { isPut, strike, size, timeToExpiryYears, volatility }) => {
      const left = timeToExpiryYears - columns.elapsedYears;
      if (left <= 0) {
        const settled = columns.settlements.find(
          (entry) => entry.coin === part.coin && Math.abs(entry.timeYears - timeToExpiryYears) < 1e-8,
        );
        const price = left === 0 ? spot : (settled?.spots[at] ?? NaN);
        const payoff = Math.max(0, isPut ? strike - price : price - strike);
        return sum + size * (part.settlesIn === "quote" ? payoff : (payoff / price) * spot);
      }
      const ruled = ruledVolatility({ strike, timeToExpiryYears, volatility }, { coin, spot, rule });
      const market = { forward: spot, timeToExpiryYears: left, volatility: Math.max(0.01, ruled * factor) };
      return sum + size * black({ strike, isPut, ...market }).price;
    },
    part.quoteUnits + part.coinUnits * spot,
  );
}

describe.each(RULES)("values in scenarios, %s", (rule) => {
  test.each([0, 1, 7, 30])("default: the plain sum of every part, %d days on", (days) => {
    const columns = randomColumns(600, days * DAY);
    const values = scenarioValues(book, columns, rule);
    book.parts.forEach((part, index) => {
      values[index]?.forEach((value, at) => {
        const plain = plainValue(part, columns, { at, rule });
        expect(Math.abs(value / plain - 1)).toBeLessThan(1e-9);
      });
    });
  });

  test("behavior: a scenario that is the market now has its values, past the expiry those of a moved market", () => {
    const one = Float64Array.of(1);
    const spots = book.coins.map(({ spot }) => Float64Array.of(spot));
    const now = { count: 1, elapsedYears: 0, spots, volatilityFactors: [one, one], settlements: [] };
    expectClose(scenarioValues(book, now, rule), bookValues(book));
    const weekly = sampleBook();
    const due = { ...now, elapsedYears: 7 * DAY, spots: [Float64Array.of(4_200), Float64Array.of(120_000)] };
    const move = { spotMoves: [0.2, 120 / 94 - 1], volatilityMoves: [], elapsedYears: 7 * DAY };
    expectClose(scenarioValues(weekly, due, rule), bookValues(weekly, move, rule));
  });

  test("behavior: chunk by chunk the same; a column of one number counts in every scenario", () => {
    const columns = randomColumns(700, 5 * DAY);
    const whole = scenarioValues(book, columns, rule);
    const plan = scenarioPlan(book, 5 * DAY, rule);
    const chunk = (columns: ScenarioColumns, from: number, count: number): ScenarioColumns => ({
      ...columns,
      count,
      spots: columns.spots.map((column) => column.subarray(from, from + count)),
      volatilityFactors: columns.volatilityFactors.map((column) => column.subarray(from, from + count)),
      settlements: columns.settlements.map((entry) => ({ ...entry, spots: entry.spots.subarray(from, from + count) })),
    });
    const values = book.parts.map(() => new Float64Array(300));
    fillScenarioValues(plan, chunk(columns, 400, 300), values);
    expect(values).toEqual(whole.map((column) => column.slice(400)));
  });

  test.each([
    [[0], [0]],
    [[1], [0, 1]],
    [
      [0, 1],
      [0, 1],
    ],
    [[], [1]],
  ])("behavior: held: spots of coins %j, volatilities of %j", (heldSpots, heldFactors) => {
    const columns = randomColumns(400, 5 * DAY);
    const hold = (column: Float64Array, isHeld: boolean, isLong: boolean) => {
      if (!isHeld) return column;
      return isLong ? new Float64Array(400).fill(column[0] ?? NaN) : column.slice(0, 1);
    };
    const held = (isLong: boolean): ScenarioColumns => ({
      ...columns,
      spots: columns.spots.map((column, coin) => hold(column, heldSpots.includes(coin), isLong)),
      volatilityFactors: columns.volatilityFactors.map((column, coin) =>
        hold(column, heldFactors.includes(coin), isLong),
      ),
      settlements: columns.settlements.map((entry) => ({
        ...entry,
        spots: hold(entry.spots, heldSpots.includes(entry.coin), isLong),
      })),
    });
    expect(scenarioValues(book, held(false), rule)).toEqual(scenarioValues(book, held(true), rule));
  });
});

test("behavior: a factor takes no volatility below the lowest, and one of 1 leaves a lower one as it is", () => {
  const [part] = book.parts;
  const [leg] = part?.legs ?? [];
  if (part === undefined || leg === undefined) throw new TypeError("the fixture has legs");
  const calm = { ...part, coinUnits: 0, legs: [{ ...leg, strike: 3_500, volatility: 0.002 }] };
  const columns = (factor: number): ScenarioColumns => ({
    ...randomColumns(1, 0),
    spots: [Float64Array.of(3_500), Float64Array.of(1)],
    volatilityFactors: [Float64Array.of(factor), Float64Array.of(1)],
    settlements: [],
  });
  const price = (volatility: number) => leg.size * black({ ...leg, forward: 3_500, strike: 3_500, volatility }).price;
  const valueAt = (factor: number) => scenarioValues({ ...book, parts: [calm] }, columns(factor))[0]?.[0];
  expect(valueAt(1)).toBeCloseTo(price(0.002), 9);
  expect(valueAt(2)).toBeCloseTo(price(0.01), 9);
  expect(valueAt(20)).toBeCloseTo(price(0.04), 9);
});

test("error: a missing column, one of another length, another horizon and an expiry without prices are mistakes of the program", () => {
  const columns = randomColumns(10, 5 * DAY);
  const [first] = columns.spots;
  if (first === undefined) throw new TypeError("the fixture has columns");
  const values = (changes: Partial<ScenarioColumns>, of: RiskBook = book) =>
    scenarioValues(of, { ...columns, ...changes });
  expect(() => values({ spots: [] })).toThrow("spots and volatility factors of every coin");
  expect(() => values({ spots: [first.subarray(0, 9), first] })).toThrow("columns of one number or");
  expect(() => values({ settlements: [] })).toThrow("settlement prices of every expiry");
  expect(() => fillScenarioValues(scenarioPlan(book, 0), columns, [])).toThrow("the plan's horizon");
  expect(() => fillScenarioValues(scenarioPlan(book, 5 * DAY), columns, [])).toThrow("a column a part");
});

function expectClose(found: readonly Float64Array[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((column, index) => {
    expect(Math.abs((column[0] ?? NaN) / (expected[index] ?? NaN) - 1)).toBeLessThan(1e-12);
  });
}
