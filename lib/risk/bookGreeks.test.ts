import { describe, expect, test } from "vitest";
import { black } from "@/lib/pricing/black";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { MARKET } from "@/lib/vault/vaultFixture";
import { sampleBook } from "./bookFixture";
import { bookGreeks, type SmileGreeks } from "./bookGreeks";
import { bookValue, bookValues } from "./bookValues";
import { deltaRules } from "./deltaRules";
import { greeksByUnderlying } from "./greeksByUnderlying";
import { holdingsBook } from "./holdingsBook";
import { legColumns } from "./legColumns";
import { emptyGreeks, legGreeks } from "./legGreeks";
import type { Position } from "./Position";
import { type PositionGreeks, positionGreeks } from "./positionGreeks";
import type { BookPart, RiskBook } from "./RiskBook";
import { datedBook } from "./scenarioFixture";
import { heldVault } from "./vaultHoldingFixture";

const book = sampleBook();
const WEEK = 7 / 365;

/** A part whose legs are all due in a week, as a position of one unit. */
function positionOf({ coin, settlesIn, coinUnits, quoteUnits, legs }: BookPart): Position {
  const { spot = NaN, symbol = "" } = book.coins[coin] ?? {};
  const product = {
    underlying: symbol,
    deposit: settlesIn,
    expiry: unixSeconds(0n),
    cash: settlesIn === "quote" ? quoteUnits : coinUnits,
    premium: 0,
    entrySpot: spot,
    legs: legs.map(({ isPut, strike, size }) => ({
      isPut,
      strike,
      side: size > 0 ? (1 as const) : (-1 as const),
      quantity: Math.abs(size),
    })),
  };
  return {
    product,
    units: 1,
    market: { spot, timeToExpiryYears: WEEK, volatilities: legs.map(({ volatility }) => volatility) },
  };
}

function expectGreeks(found: SmileGreeks | undefined, expected: PositionGreeks): void {
  const size = Math.max(...Object.values(expected).map(Math.abs));
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value !== "number") continue;
    const share = name === "nextDayUsd" ? 1e-13 * size : 1e-12 * Math.abs(value);
    expect(Math.abs(((found as Record<string, number> | undefined)?.[name] ?? NaN) - value), name).toBeLessThan(share);
  }
}

describe("Greeks of a book", () => {
  const { parts, coins } = bookGreeks(book);

  test("default: each part's are those of the position that it is, and those of its smile", () => {
    book.parts.slice(0, 3).forEach((part, index) => {
      const position = positionOf(part);
      expectGreeks(parts[index], positionGreeks(position));
      const { surface } = book.coins[part.coin] ?? {};
      const stickyDelta = surface ? deltaRules(position, surface).stickyDelta : positionGreeks(position).delta;
      expect(parts[index]?.stickyDelta).toBeCloseTo(stickyDelta, 11);
    });
    expect(parts[0]?.stickyDelta).not.toBeCloseTo(parts[0]?.delta ?? NaN, 2);
  });

  test("default: each coin's are the sums by underlying", () => {
    const sums = greeksByUnderlying(book.parts.slice(0, 3).map(positionOf));
    expect(coins).toHaveLength(2);
    sums.forEach(({ underlying: _, ...sum }, index) => {
      expectGreeks(coins[index], sum);
    });
  });

  test("behavior: values are the plain sums; cash is worth itself and moves with nothing", () => {
    bookValues(book).forEach((value, index) => {
      expect(Math.abs((parts[index]?.valueUsd ?? NaN) / value - 1)).toBeLessThan(1e-13);
    });
    expect(parts[3]).toMatchObject({ valueUsd: 5_000, delta: 0, coinDelta: 0, stickyDelta: 0, nextDayUsd: 0 });
  });

  test("behavior: a holding's book has the holding's Greeks", () => {
    const holding = heldVault({ market: MARKET });
    const [found] = bookGreeks(holdingsBook([holding])).coins;
    const [{ underlying: _, ...expected } = { underlying: "" }] = greeksByUnderlying(holding.risk);
    expectGreeks(found, expected as PositionGreeks);
  });

  test("behavior: with legs of several expiries, sticky delta is the change under a smile that moves along", () => {
    const dated = datedBook();
    const move = (by: number) => bookValue(dated, { spotMoves: [by / 3_500], volatilityMoves: [] }, "stickyDelta");
    const change = (move(0.5) - move(-0.5)) / 1;
    expect(bookGreeks(dated).coins[0]?.stickyDelta).toBeCloseTo(change, 4);
    const [later, now] = [
      bookValue(dated, { spotMoves: [], volatilityMoves: [], elapsedYears: 1 / 365 }),
      bookValue(dated),
    ];
    const total = bookGreeks(dated).coins.reduce((sum, { nextDayUsd }) => sum + nextDayUsd, 0);
    expect(total).toBeCloseTo(later - now, 7);
  });
});

describe("Greeks of every leg", () => {
  test("default: to the last bit those of the single option, in the book's order", () => {
    const values = legGreeks(legColumns(book));
    const legs = book.parts.flatMap(({ coin, legs }) =>
      legs.map((leg) => black({ ...leg, forward: book.coins[coin]?.spot ?? NaN })),
    );
    expect(values.price).toHaveLength(6);
    legs.forEach(({ price, delta, gamma, vega, theta }, leg) => {
      expect([values.price[leg], values.delta[leg], values.gamma[leg], values.vega[leg], values.theta[leg]]).toEqual([
        ...[price, delta, gamma, vega, theta],
      ]);
    });
    expect(values.stickyDelta[5]).toBe(values.delta[5]);
    const again = emptyGreeks(6);
    again.stickyDelta.fill(7);
    expect(legGreeks(legColumns(book), again)).toBe(again);
    expect(again).toEqual(values);
  });

  test("behavior: an empty book has none", () => {
    const empty: RiskBook = { coins: [], parts: [] };
    expect(legGreeks(legColumns(empty)).price).toHaveLength(0);
    expect(bookGreeks(empty)).toEqual({ parts: [], coins: [] });
  });
});
