import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { price8 } from "@/lib/units/Price8";
import { strikeStep } from "./strikeStep";

const dollars = (amount: number) => price8(BigInt(Math.round(amount * 100)) * 1_000_000n);

describe("strikeStep", () => {
  it.each([
    [3_400, 25],
    [2_499.99, 10],
    [2_500, 25],
    [5_000, 50],
    [92_500, 500],
    [100_000, 1_000],
    [0.85, 0.005],
  ])("default: %d dollars have a grid of %d", (spot, step) => {
    expect(Number(strikeStep(dollars(spot))) / 1e8).toBe(step);
  });

  it("behavior: between 0.4 and 1 percent of spot", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1_000n, max: 10n ** 16n }), (spot) => {
        const step = strikeStep(price8(spot));
        expect(step * 100n <= spot && step * 250n + 25_000n > spot).toBe(true);
      }),
    );
  });
});
