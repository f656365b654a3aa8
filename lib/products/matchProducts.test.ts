import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Leg } from "./Leg";
import { type Candidate, matchProducts } from "./matchProducts";
import type { Product } from "./Product";
import { nearestMix } from "./payoffDistance";

const put = (side: 1 | -1, strike: number, quantity = 1): Leg => ({ isPut: true, side, strike, quantity });
const call = (side: 1 | -1, strike: number, quantity = 1): Leg => ({ isPut: false, side, strike, quantity });

function product(legs: readonly Leg[], premium: number, changes: Partial<Product> = {}): Product {
  return {
    ...{ underlying: "ETH", deposit: "quote", expiry: unixSeconds(0n), legs, cash: 3000, premium, entrySpot: 3500 },
    ...changes,
  };
}

function candidate(id: string, of: Product, changes: Partial<Candidate> = {}): Candidate {
  const legs = of.legs.map(({ isPut, side, strike }) => ({
    ...{ isPut, side, least: strike / 3500 - 0.05, most: strike / 3500 + 0.05 },
  }));
  return { id, legs, tenorDays: [5, 9], product: of, ...changes };
}

const soldPut = product([put(-1, 3100)], 20);
const condor = product([put(1, 2900), put(-1, 3100), call(-1, 3900), call(1, 4100)], 22);
const input = { product: soldPut, days: 7, spot: 3500, range: { lo: 2600, hi: 4400 } };
const reasonsOf = (one: Product, candidates: readonly Candidate[]) =>
  matchProducts({ ...input, product: one }, candidates).others.map(({ reason }) => reason.kind);

describe("nearest mix", () => {
  test("default: what is made of the parts is found again", () => {
    const [a, b] = [
      [1, 0, 2, 5],
      [0, 1, 1, -3],
    ];
    expect(nearestMix([3, 2, 8, 9], [a, b])).toMatchObject({ distance: 0 });
    expect(nearestMix([3, 2, 8, 9], [a, b]).units[1]).toBeCloseTo(2, 12);
    expect(nearestMix([-1, 0, -2, -5], [a])).toEqual({ units: [0], distance: 1 });
    expect(nearestMix([0, 0, 0, 0], [a]).distance).toBeNaN();
  });

  test("behavior: no other units come nearer", () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 6 });
    const units = fc.double({ min: 0, max: 5, noNaN: true });
    fc.assert(
      fc.property(values, values, values, units, units, (target, a, b, first, second) => {
        const size = Math.hypot(...target);
        fc.pre(size > 0);
        const best = nearestMix(target, [a, b]);
        expect(best.units.every((count) => count >= 0)).toBe(true);
        const rest = target.map((value, at) => value - first * (a[at] ?? 0) - second * (b[at] ?? 0));
        expect(Math.hypot(...rest) / size).toBeGreaterThanOrEqual(best.distance - 1e-9);
      }),
    );
  });
});

describe("matches", () => {
  test("default: the same shape at another size and a near strike stands for it", () => {
    const { matches, others } = matchProducts({ ...input, product: product([put(-1, 3100, 6)], 120) }, [
      candidate("put", product([put(-1, 3120)], 21)),
      candidate("condor", condor),
    ]);
    expect(matches).toHaveLength(1);
    expect(matches[0]?.ids).toEqual(["put"]);
    expect(matches[0]?.packages[0]).toBeCloseTo(6, 0);
    expect(matches[0]?.distance).toBeLessThan(0.05);
    expect(others).toEqual([
      {
        id: "condor",
        reason: { kind: "adds", leg: { isPut: true, side: 1, least: 2900 / 3500 - 0.05, most: 2900 / 3500 + 0.05 } },
      },
    ]);
  });

  test("default: two of one asset together stand for what neither does", () => {
    const both = product([put(-1, 3100), call(-1, 3900)], 40);
    const { matches } = matchProducts({ ...input, product: both }, [
      candidate("put", soldPut),
      candidate("call", product([call(-1, 3900)], 20)),
    ]);
    expect(matches[0]?.ids).toEqual(["put", "call"]);
    expect(matches[0]?.distance).toBeLessThan(1e-9);
    expect(matches[0]?.packages.map((count) => Math.round(count * 1e6) / 1e6)).toEqual([1, 1]);
  });

  test("behavior: each other one says why not", () => {
    expect(
      reasonsOf(soldPut, [
        candidate("coin", product([put(-1, 60_000)], 500, { underlying: "BTC" })),
        candidate("deposit", product([put(-1, 3100)], 0.005, { deposit: "underlying" })),
        candidate("tenor", soldPut, { tenorDays: [25, 35] }),
        candidate("unpriced", soldPut, { product: null }),
        candidate("opposite", product([put(1, 3100)], -20)),
        candidate("lacks", product([call(-1, 3900)], 20)),
        candidate("strike", product([put(-1, 3700)], 260), {
          legs: [{ isPut: true, side: -1, least: 0.95, most: 1.1 }],
        }),
      ]),
    ).toEqual(["otherCoin", "otherDeposit", "tenor", "notPriced", "opposite", "lacks", "strike"]);
  });
});
