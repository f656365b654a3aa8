import { describe, expect, test } from "vitest";
import { sampleBook } from "../bookFixture";
import { bookValue } from "../bookValues";
import type { RiskBook } from "../RiskBook";
import { marginGridResult, shockedVolatility } from "./marginGridResult";
import { MARGIN_GRIDS } from "./marginGrids";
import { NAMED_SHOCKS } from "./namedShocks";
import { relianceExposures } from "./relianceExposures";
import { nearestLoss } from "./reverseFixture";
import { reverseStress, USUAL_RESPONSE } from "./reverseStress";
import type { Shock } from "./Shock";
import { shockMove, shockResult } from "./shockResult";

const book = sampleBook();
const now = bookValue(book);

function shock(id: string): Shock {
  const found = NAMED_SHOCKS.find((named) => named.id === id);
  if (!found) throw new Error(id);
  return found;
}

/** Ten coins and nothing else. */
function coinsAlone(): RiskBook {
  return { coins: book.coins, parts: book.parts.slice(0, 1).map((part) => ({ ...part, coinUnits: 10, legs: [] })) };
}

describe("named shocks", () => {
  test("default: the change is that of the revalued book, and its parts add up", () => {
    for (const named of NAMED_SHOCKS) {
      const { change, parts, hardestHit, shareOfNetValue } = shockResult(book, named);
      expect(change).toBeCloseTo(bookValue(book, shockMove(book, named)) - now, 6);
      expect(parts.reduce((sum, part) => sum + part.change, 0)).toBe(change);
      expect(shareOfNetValue).toBeCloseTo(change / now, 12);
      expect(hardestHit?.change ?? 0).toBe(Math.min(0, ...parts.map((part) => part.change)));
    }
  });

  test("behavior: each has the moves that it is named for", () => {
    const moves = NAMED_SHOCKS.map((named) => [
      named.spotMoves.ETH,
      named.spotMoves.BTC,
      named.volatilityMoves.ETH ?? 0,
    ]);
    expect(moves).toEqual([
      [-0.43, -0.39, 0.8],
      [-0.28, -0.14, 0.45],
      [-0.31, -0.24, 0.4],
      [0.25, 0.18, 0.15],
      [0, 0, -0.2],
      [0, 0, 0],
    ]);
  });

  test("behavior: moves are plain data, and a coin that is not named moves like the farthest", () => {
    const other = {
      ...book,
      coins: book.coins.map((coin, index) => (index === 1 ? { ...coin, symbol: "SOL" } : coin)),
    };
    expect(shockMove(book, shock("covidCrash"))).toEqual({ spotMoves: [-0.43, -0.39], volatilityMoves: [0.8, 0.8] });
    expect(shockMove(other, shock("covidCrash"))).toEqual({ spotMoves: [-0.43, -0.43], volatilityMoves: [0.8, 0.8] });
    const edited = { ...shock("covidCrash"), spotMoves: { ETH: -0.5, BTC: 0.1 }, volatilityMoves: {} };
    expect(shockMove(other, edited)).toEqual({ spotMoves: [-0.5, -0.5], volatilityMoves: [0, 0] });
  });

  test("behavior: a lost peg takes from what is in that token alone", () => {
    const { parts, hardestHit, change } = shockResult(book, shock("usdcPeg"));
    expect(parts.map((part) => part.change < 0)).toEqual([false, true, false, true]);
    expect(hardestHit?.id).toBe("condor");
    expect(parts[3]?.change).toBeCloseTo(-250, 9);
    expect(change).toBeLessThan(-250);
  });

  test("behavior: nobody is hit where nothing falls, and of nothing there is no share", () => {
    expect(shockResult(coinsAlone(), shock("quietWeek"))).toMatchObject({ change: 0, hardestHit: null });
    expect(shockResult({ ...book, parts: [] }, shock("quietWeek")).shareOfNetValue).toBeNaN();
  });
});

describe("margin grids by name", () => {
  test("default: the worst scenario of coins alone is the far fall, weighted", () => {
    const [deribit, derive] = MARGIN_GRIDS.map((grid) => marginGridResult(coinsAlone(), grid));
    expect(deribit?.cells).toHaveLength(27 + 8);
    expect(derive?.cells).toHaveLength(23 + 8);
    // 66 % × 16/66 is the range itself: the far fall and −16 % lose the same of what has no options.
    expect(deribit?.worst.change).toBeCloseTo(-0.16 * 35_000, 6);
    expect(derive?.worst).toMatchObject({ spotMove: -0.18, volatility: "up", weight: 1 });
    expect(derive?.worst.change).toBeCloseTo(-0.18 * 35_000, 6);
  });

  test("behavior: each scenario is the book with its volatilities moved, revalued", () => {
    const [grid] = MARGIN_GRIDS;
    if (!grid) throw new Error("no grid");
    const { cells, worst, worstByCoin } = marginGridResult(book, grid);
    const up = {
      ...book,
      parts: book.parts.map((part) => ({
        ...part,
        legs: part.legs.map((leg) => ({ ...leg, volatility: leg.volatility * (1 + 0.5 * (30 / 7) ** 0.3) })),
      })),
    };
    const cell = cells.find(({ spotMove, volatility }) => spotMove === 0.5 && volatility === "up");
    const change = bookValue(up, { spotMoves: [0.5, 0.5], volatilityMoves: [] }) - now;
    expect(cell?.change).toBeCloseTo(0.32 * change, 6);
    expect(cells.find(({ spotMove, volatility }) => spotMove === 0 && volatility === "same")?.change).toBeCloseTo(0, 9);
    expect(worst.change).toBe(Math.min(...cells.map((one) => one.change)));
    // Coins that are margined apart each have their own worst, so together they need no less.
    expect(worstByCoin.map(({ symbol }) => symbol)).toEqual(["ETH", "BTC"]);
    expect(worstByCoin.reduce((sum, one) => sum + one.change, 0)).toBeLessThanOrEqual(worst.change + 1e-9);
  });

  test("behavior: far moves count by their weights, those of one table for both markets", () => {
    const far = MARGIN_GRIDS.map(({ scenarios }) => scenarios.slice(-8));
    for (const scenarios of far) {
      expect(scenarios.map(({ spotMove }) => spotMove)).toEqual([-0.66, -0.33, 0.5, 1, 2, 3, 4, 5]);
      expect(new Set(scenarios.map(({ volatility }) => volatility))).toEqual(new Set(["up"]));
    }
    expect(far[0]?.map(({ weight }) => Math.round(1e4 * weight))).toEqual([2424, 4848, 3200, 1600, 800, 533, 400, 320]);
    expect(far[1]?.map(({ weight }) => weight)).toEqual([0.21, 0.42, 0.27, 0.13, 0.069, 0.046, 0.034, 0.027]);
    const range = MARGIN_GRIDS.map(({ scenarios }) =>
      Math.max(...scenarios.slice(0, -8).map(({ spotMove }) => spotMove)),
    );
    expect(range).toEqual([0.16, 0.18]);
  });

  test("behavior: a volatility's move grows towards expiry and has its ends", () => {
    const [deribit, derive] = MARGIN_GRIDS.map(({ shock: rule }) => rule);
    if (!deribit || !derive) throw new Error("no grid");
    const at = (days: number, volatility = 0.6) => ({ volatility, timeToExpiryYears: days / 365 });
    expect(shockedVolatility(at(30), "up", deribit)).toBeCloseTo(0.9, 12);
    expect(shockedVolatility(at(30), "down", deribit)).toBeCloseTo(0.45, 12);
    expect(shockedVolatility(at(120), "up", deribit)).toBeCloseTo(0.6 * (1 + 0.5 * 0.25 ** 0.13), 12);
    expect(shockedVolatility(at(0), "up", deribit)).toBe(shockedVolatility(at(1), "up", deribit));
    expect(shockedVolatility(at(30, 0.2), "up", derive)).toBe(0.4);
    expect(shockedVolatility(at(0.5), "down", derive)).toBeCloseTo(0.6 * (1 - 0.275 * 30 ** 0.3), 12);
  });
});

describe("reverse stress", () => {
  test("default: coins alone lose a tenth at a fall of a tenth, and never by rising", () => {
    const { down, up } = reverseStress({ book: coinsAlone(), loss: 3_500 });
    if (!down.ok || up.ok) throw new Error("expected a fall");
    expect(down.move.spotMove).toBeCloseTo(-0.1, 12);
    expect(down.move.volatilityMove).toBeCloseTo(0.16, 12);
    expect(USUAL_RESPONSE).toEqual({ fall: 1.6, rise: 0.6 });
    expect(down.move.change).toBeCloseTo(-3_500, 8);
    expect(up.worst).toEqual({ spotMove: 0, volatilityMove: 0, change: 0 });
  });

  test("behavior: the move loses what was asked, and no smaller one of a finer scan does", () => {
    const condor = { ...book, parts: book.parts.slice(1, 2) };
    const { down, up } = reverseStress({ book: condor, loss: 2_000, rule: "stickyDelta" });
    if (!down.ok || !up.ok) throw new Error("a condor loses on both sides");
    for (const { move } of [down, up]) {
      expect(move.change).toBeCloseTo(-2_000, 6);
      const response = move.spotMove < 0 ? -USUAL_RESPONSE.fall : USUAL_RESPONSE.rise;
      for (let share = 0.05; share < 0.999; share += 0.05) {
        const spot = share * move.spotMove;
        const moved = { spotMoves: [spot, spot], volatilityMoves: [spot * response, spot * response] };
        expect(bookValue(condor, moved, "stickyDelta") - bookValue(condor)).toBeGreaterThan(-2_000);
      }
    }
  });

  test("error: more than can be lost within the limits is refused, with the worst that was seen", () => {
    const { down } = reverseStress({ book: coinsAlone(), loss: 35_000 });
    if (down.ok) throw new Error("expected none");
    expect(down).toMatchObject({ reason: "notWithinLimits" });
    expect(down.worst.spotMove).toBeCloseTo(-0.95, 12);
    expect(nearestLoss({ book: coinsAlone(), loss: 35_000 }).ok).toBe(false);
  });

  test("behavior: price and volatility free of each other lose at no greater length than along any axis", () => {
    const short = { ...book, parts: book.parts.slice(0, 1).map((part) => ({ ...part, coinUnits: 0 })) };
    const found = nearestLoss({ book: short, loss: 200 });
    if (!found.ok) throw new Error("expected a loss");
    const { spotMove, volatilityMove, change } = found.move;
    expect(change).toBeCloseTo(-200, 6);
    expect([spotMove > 0, volatilityMove > 0]).toEqual([true, true]);
    const length = Math.hypot(spotMove / 0.1, volatilityMove / 0.15);
    for (let angle = 0; angle < 6.28; angle += 0.05) {
      const spot = 0.99 * length * 0.1 * Math.cos(angle);
      const volatility = 0.99 * length * 0.15 * Math.sin(angle);
      const moved = { spotMoves: [spot, spot], volatilityMoves: [volatility, volatility] };
      expect(bookValue(short, moved) - bookValue(short)).toBeGreaterThan(-200);
    }
    const coins = nearestLoss({ book: coinsAlone(), loss: 3_500 });
    expect(coins.ok && coins.move.spotMove).toBeCloseTo(-0.1, 9);
  });
});

describe("what would be lost with one thing", () => {
  const usdc = { kind: "quote", id: "0xusdc", name: "USDC" } as const;
  const maker = { kind: "maker", id: "0xm", name: "Maker" } as const;

  test("default: value by thing, largest first, each part once", () => {
    const found = relianceExposures([
      { id: "a", value: 600, reliesOn: [usdc, maker, usdc] },
      { id: "b", value: 300, reliesOn: [maker, { ...usdc, kind: "oracle" }] },
      { id: "c", value: 100, reliesOn: [] },
    ]);
    expect(found.map(({ kind, value, share, parts }) => ({ kind, value, share, parts }))).toEqual([
      { kind: "maker", value: 900, share: 0.9, parts: ["a", "b"] },
      { kind: "quote", value: 600, share: 0.6, parts: ["a"] },
      { kind: "oracle", value: 300, share: 0.3, parts: ["b"] },
    ]);
  });

  test("behavior: of no net value there is no share", () => {
    expect(relianceExposures([{ id: "a", value: -5, reliesOn: [usdc] }])[0]?.share).toBeNaN();
    expect(relianceExposures([])).toEqual([]);
  });
});
