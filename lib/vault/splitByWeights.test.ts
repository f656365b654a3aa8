import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bps } from "@/lib/units/Bps";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { splitByWeights, weightsOfSplit } from "./splitByWeights";

describe("splitByWeights", () => {
  it("default", () => {
    expect(splitByWeights(tokenAmount(1_000_001n), [bps(6_000n), bps(4_000n)])).toEqual([600_000n, 400_001n]);
    expect(splitByWeights(tokenAmount(7n), [bps(10_000n)])).toEqual([7n]);
    expect(splitByWeights(tokenAmount(7n), [])).toEqual([]);
  });

  it("behavior: nothing is lost, and the weights come back from the parts", () => {
    const weights = fc
      .array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 3 })
      .map((some) => [...some, 10_000 - some.reduce((sum, one) => sum + one, 0)].map((one) => bps(BigInt(one))));
    fc.assert(
      fc.property(weights, fc.bigInt({ min: 10_000n, max: 10n ** 30n }), (chosen, amount) => {
        const parts = splitByWeights(tokenAmount(amount), chosen);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount);
        expect(weightsOfSplit(parts)).toEqual(chosen);
      }),
    );
  });

  it("error: parts that no weights give", () => {
    expect(weightsOfSplit([tokenAmount(1n), tokenAmount(30_000n)])).toBeNull();
    expect(weightsOfSplit([tokenAmount(0n)])).toBeNull();
  });
});
