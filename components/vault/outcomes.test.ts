import { describe, expect, test } from "vitest";
import type { Product } from "@/lib/products/Product";
import { profitAtExpiry } from "@/lib/products/value";
import { EXPIRY, fillOf, NO_MARKET, NOW, putVault } from "@/lib/vault/vaultFixture";
import { chartZones } from "./chartZones";
import { computeVaultFigures } from "./computeVaultFigures";
import { outcomePieces } from "./outcomePieces";
import { outcomeRows } from "./outcomeRows";
import type { VaultFigures } from "./VaultFigures";

const MOMENT = { now: NOW, market: NO_MARKET };

const put = computeVaultFigures(putVault(), { pastEpochs: [], fills: [fillOf()] }, MOMENT);

function holding(product: Partial<Product>): VaultFigures {
  return { ...put, product: { ...put.product, ...product } };
}

/** By the fills' one volatility. */
const { law } = put;

function piecesOf({ product }: VaultFigures) {
  return law === null ? [] : outcomePieces(product, law);
}

function rowsOf(figures: VaultFigures) {
  return law === null ? [] : outcomeRows(figures, law);
}

const leg = (isPut: boolean, side: 1 | -1, strike: number, quantity = 4e-4) => ({ isPut, side, strike, quantity });
const condor = holding({
  premium: 0.0145,
  legs: [leg(true, 1, 2900), leg(true, -1, 3100), leg(false, -1, 3750), leg(false, 1, 3950)],
});
const coveredCall = holding({
  deposit: "underlying",
  premium: 0.0063,
  entrySpot: 3400,
  expiry: EXPIRY,
  legs: [leg(false, -1, 3700, 1)],
});

describe("outcomes", () => {
  test("default: a condor's five classes, from likely-good to worst", () => {
    const rows = rowsOf(condor);
    expect(rows.map(({ key }) => key)).toEqual(["quiet", "push", "fall", "rally", "stopped"]);
    expect(rows[0]).toMatchObject({ prices: ["$3,100 to $3,750"], result: "+$145.00", share: "+1.45%", sign: 1 });
    // breakevens: 0.0145 / 0.0004 = 36.25 beyond the sold strikes
    expect(rows[1]?.prices).toEqual(["$3,064 to $3,100", "$3,750 to $3,786"]);
    expect(rows[2]).toMatchObject({ prices: ["$2,900 to $3,064"], result: "−$655 to $0", sign: -1 });
    expect(rows[4]).toMatchObject({ title: "A crash or a spike.", prices: ["below $2,900", "above $3,950"] });
    expect(rows[4]?.result).toBe("−$655.00");
  });

  test("behavior: wings of two widths stop at two losses", () => {
    const legs = condor.product.legs.map((one) => (one.strike === 3950 ? { ...one, strike: 4000 } : one));
    const rows = rowsOf(holding({ premium: 0.0145, legs }));
    expect(rows.at(-1)).toMatchObject({ key: "stopped", result: "−$855 to −$655" });
  });

  test("behavior: a covered call is capped above its strike and falls with its coin", () => {
    const rows = rowsOf(coveredCall);
    expect(rows.map(({ key }) => key)).toEqual(["quiet", "capped", "fall"]);
    expect(rows[1]?.result).toMatch(/^\+\$32\d or more$/);
    expect(rows[2]?.result).toBe("−$3,400 to $0");
    expect(rows.every((row) => !/[–∞]|NaN/.test(row.result + row.share))).toBe(true);
  });

  test.each([
    ["put", put],
    ["condor", condor],
    ["covered call", coveredCall],
  ])("behavior: the odds of a %s sum to one, and each piece holds its own profits", (_, figures) => {
    const pieces = piecesOf(figures);
    expect(pieces.reduce((sum, { odds }) => sum + odds, 0)).toBeCloseTo(1, 12);
    for (const { from, to, least, most } of pieces) {
      const inside = Number.isFinite(to) ? (from + to) / 2 : from * 1.5;
      const profit = profitAtExpiry(figures.product, inside, "usd");
      expect(profit).toBeGreaterThanOrEqual(least - 1e-9);
      expect(profit).toBeLessThanOrEqual(most + 1e-9);
    }
  });

  const titles = (product: Partial<Product>) => rowsOf(holding(product)).map(({ title }) => title);
  const underlying = { deposit: "underlying", entrySpot: 3450 } as const;

  test.each<[string, Partial<Product>, readonly string[]]>([
    [
      "bought straddle",
      { premium: -0.03, legs: [leg(true, 1, 3450), leg(false, 1, 3450)] },
      ["A large move.", "A small move."],
    ],
    [
      "bought strangle with its cap",
      { premium: -0.01, legs: [leg(true, 1, 3200), leg(false, 1, 3700), leg(false, -1, 4200)] },
      ["A large move.", "A small move.", "A quiet epoch."],
    ],
    [
      "sold put spread",
      { premium: 0.008, legs: [leg(true, 1, 3000), leg(true, -1, 3200)] },
      ["No sharp fall.", "A push past a sold strike.", "A sharp fall.", "A crash."],
    ],
    [
      "bought put spread",
      { premium: -0.01, legs: [leg(true, -1, 3000), leg(true, 1, 3200)] },
      ["A fall.", "A small fall.", "No fall."],
    ],
    [
      "sold call spread",
      { premium: 0.008, legs: [leg(false, -1, 3700), leg(false, 1, 3900)] },
      ["No sharp rise.", "A push past a sold strike.", "A sharp rally.", "A spike."],
    ],
    [
      "bought call spread",
      { premium: -0.01, legs: [leg(false, 1, 3700), leg(false, -1, 3900)] },
      ["A rise.", "A small rise.", "No rise."],
    ],
    [
      "iron butterfly",
      { premium: 0.02, legs: [leg(true, 1, 3250), leg(true, -1, 3450), leg(false, -1, 3450), leg(false, 1, 3650)] },
      ["It ends near $3,450.", "A sharp fall.", "A sharp rally.", "A crash or a spike."],
    ],
    ["protected note", { premium: -0.02, legs: [leg(false, 1, 3450)] }, ["A rise.", "A small rise.", "No rise."]],
    [
      "collar",
      { ...underlying, premium: 0, legs: [leg(true, 1, 3200, 1), leg(false, -1, 3700, 1)] },
      ["Little happens.", "A strong rise.", "A fall.", "A crash."],
    ],
    [
      "protected coin",
      { ...underlying, premium: -0.015, legs: [leg(true, 1, 3200, 1)] },
      ["A rise.", "A fall.", "A crash."],
    ],
  ])("behavior: a %s is told by its own legs, one row a class", (_, product, expected) => {
    expect(titles(product)).toEqual(expected);
    const rows = rowsOf(holding(product));
    expect(rows.reduce((sum, { odds }) => sum + odds, 0)).toBeCloseTo(1, 12);
    expect(rows.every((row) => !/NaN|undefined|∞/.test(`${row.sentence}${row.result}${row.share}`))).toBe(true);
  });

  test("behavior: prices that touch are one range", () => {
    const bought = { premium: -0.01, legs: [leg(true, -1, 3000), leg(true, 1, 3200)] };
    expect(rowsOf(holding(bought))[0]?.prices).toEqual(["below $3,175"]);
  });

  test("error: without a volatility there is no law to take odds from", () => {
    expect(computeVaultFigures(putVault(), { pastEpochs: [], fills: [] }, MOMENT).law).toBeNull();
  });
});

describe("odds under the chart", () => {
  const pieces = piecesOf(condor);

  test("default: gains are one zone, losses are told by whether they go on", () => {
    const zones = chartZones(pieces, { lo: 2600, hi: 4300 });
    expect(zones.map(({ name }) => name)).toEqual(["full loss", "part loss", "profit", "part loss", "full loss"]);
    expect(zones[0]).toMatchObject({ from: 2600, to: 2900, loss: true });
    expect(zones.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
  });

  test("behavior: a zone outside the axis is not drawn", () => {
    expect(chartZones(pieces, { lo: 3000, hi: 3600 }).map(({ name }) => name)).toEqual(["part loss", "profit"]);
  });
});
