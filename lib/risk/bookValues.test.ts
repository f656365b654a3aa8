import { describe, expect, test } from "vitest";
import { black } from "@/lib/pricing/black";
import { SURFACE } from "@/lib/pricing/modelFixture";
import { strikeVolatility } from "@/lib/pricing/surfaceVolatility";
import { sampleBook } from "./bookFixture";
import { bookValue, bookValues } from "./bookValues";

const book = sampleBook();
const [call] = book.parts;
const [sold] = call?.legs ?? [];

describe("a book in a moved market", () => {
  test("default: the sum of what is held outright and of every option by Black's formula", () => {
    if (!call || !sold) throw new Error("fixture");
    const option = black({ forward: 3_500, ...sold }).price;
    expect(bookValues(book)[0]).toBeCloseTo(10.1 * 3_500 - 10 * option, 9);
    expect(bookValues(book)[3]).toBe(5_000);
    expect(bookValue(book)).toBeCloseTo(
      bookValues(book).reduce((a, b) => a + b),
      9,
    );
  });

  test("behavior: each coin moves on its own, and past an expiry there is the payoff", () => {
    const now = bookValues(book);
    const moved = bookValues(book, { spotMoves: [0, 0.2], volatilityMoves: [] });
    expect(moved.map((value, index) => value === now[index])).toEqual([true, true, false, true]);
    const settled = bookValues(book, { spotMoves: [0.2, 0], volatilityMoves: [], elapsedYears: 0.1 });
    expect(settled[0]).toBeCloseTo(10.1 * 4_200 - 10 * (4_200 - 3_850), 8);
    expect(settled[1]).toBeCloseTo(20_300 - 30 * (4_200 - 3_780) + 30 * (4_200 - 4_025), 8);
  });

  test("behavior: what is settled in a quote hangs on its peg, what is settled in coin does not", () => {
    const now = bookValues(book);
    const lost = bookValues(book, { spotMoves: [], volatilityMoves: [], pegs: { USDC: 0.9 } });
    expect(lost[0]).toBe(now[0]);
    expect(lost[1]).toBeCloseTo(0.9 * (now[1] ?? NaN), 9);
    expect(lost[3]).toBe(4_500);
  });

  test("behavior: a smile that moves along gives a strike the volatility of its new distance; without a surface nothing moves", () => {
    if (!call || !sold) throw new Error("fixture");
    const move = { spotMoves: [-0.1, -0.1], volatilityMoves: [0.05, 0.05] };
    const [strikeRule, , ,] = bookValues(book, move, "stickyStrike");
    const [deltaRule] = bookValues(book, move, "stickyDelta");
    const at = (volatility: number) =>
      10.1 * 3_150 - 10 * black({ ...sold, forward: 3_150, volatility: volatility + 0.05 }).price;
    expect(strikeRule).toBeCloseTo(at(sold.volatility), 9);
    const place = { strike: sold.strike, timeToExpiryYears: sold.timeToExpiryYears, forward: 3_150 };
    expect(deltaRule).toBeCloseTo(at(strikeVolatility(SURFACE, place)), 9);
    expect(bookValues(book, move, "stickyDelta")[2]).toBe(bookValues(book, move, "stickyStrike")[2]);
  });
});
