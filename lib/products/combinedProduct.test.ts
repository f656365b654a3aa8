import { describe, expect, it } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { combinedProduct } from "./combinedProduct";
import type { Product } from "./Product";
import { profitAtExpiry } from "./value";

const put: Product = {
  underlying: "ETH",
  deposit: "quote",
  expiry: unixSeconds(1_795_766_400n),
  legs: [{ isPut: true, side: -1, strike: 3100, quantity: 0.0003 }],
  cash: 1,
  premium: 0.006,
  entrySpot: 3480,
};
const condor: Product = {
  ...put,
  legs: [
    { isPut: true, side: 1, strike: 2900, quantity: 0.0004 },
    { isPut: true, side: -1, strike: 3100, quantity: 0.0004 },
    { isPut: false, side: -1, strike: 3750, quantity: 0.0004 },
    { isPut: false, side: 1, strike: 3950, quantity: 0.0004 },
  ],
  premium: 0.011,
  entrySpot: 3500,
};

describe("combinedProduct", () => {
  it("default: the payoff of the whole is the sum of the parts at every price", () => {
    const whole = combinedProduct([
      { product: put, units: 6000 },
      { product: condor, units: 4000 },
    ]);
    if (!whole.ok) throw new TypeError(whole.reason);
    for (const price of [0.01, 1000, 2900, 3050, 3100, 3500, 3800, 3950, 9000]) {
      const parts = 6000 * profitAtExpiry(put, price, "usd") + 4000 * profitAtExpiry(condor, price, "usd");
      expect(profitAtExpiry(whole.product, price, "usd")).toBeCloseTo(parts, 8);
    }
    expect(whole.product.entrySpot).toBeCloseTo(3488, 10);
    expect(whole.product.legs.map(({ strike }) => strike)).toEqual([3100, 2900, 3100, 3750, 3950]);
  });

  it("behavior: a part of nothing adds nothing", () => {
    const whole = combinedProduct([
      { product: put, units: 10 },
      { product: condor, units: 0 },
    ]);
    expect(whole.ok && whole.product.cash).toBe(10);
  });

  it("error: what does not add up is refused with its reason", () => {
    const combinedWith = (changes: Partial<Product>) =>
      combinedProduct([
        { product: put, units: 1 },
        { product: { ...put, ...changes }, units: 1 },
      ]);
    expect(combinedProduct([])).toEqual({ ok: false, reason: "empty" });
    expect(combinedWith({ underlying: "BTC" })).toEqual({ ok: false, reason: "mixedUnderlying" });
    expect(combinedWith({ deposit: "underlying" })).toEqual({ ok: false, reason: "mixedDeposit" });
    expect(combinedWith({ expiry: unixSeconds(1n) })).toEqual({ ok: false, reason: "mixedExpiry" });
  });
});
