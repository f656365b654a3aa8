import { describe, expect, test } from "vitest";
import { normalCdf } from "@/lib/math/normal";
import { lognormalLaw } from "@/lib/pricing/SettlementLaw";
import type { Product } from "@/lib/products/Product";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { lawShortfall } from "./lawShortfall";

const coin: Product = {
  underlying: "ETH",
  deposit: "underlying",
  expiry: unixSeconds(0n),
  legs: [],
  cash: 1,
  premium: 0,
  entrySpot: 3450,
};
const condor: Product = {
  ...coin,
  deposit: "quote",
  cash: 10_000,
  premium: 120,
  legs: [
    { isPut: true, side: 1, strike: 2950, quantity: 4 },
    { isPut: true, side: -1, strike: 3150, quantity: 4 },
  ],
};
const deviation = 0.6 * Math.sqrt(5 / 365);
const law = lognormalLaw({ forward: 3450, timeToExpiryYears: 5 / 365, volatility: 0.6 });
const levels = [
  ...Array.from({ length: 900 }, (_, index) => 3450 * Math.exp(-8 * deviation + (16 * deviation * index) / 899)),
  2950,
  3150,
].toSorted((a, b) => a - b);

describe("shortfall under a law", () => {
  test("default: holding the coin has the lognormal's own tail", () => {
    // E[S | S < q] of a lognormal with mean F: F·Φ(z − s)/Φ(z), z the 5 % quantile of the normal
    const quantile = -1.6448536269514722;
    const mean = (3450 * normalCdf(quantile - deviation)) / 0.05;
    expect(lawShortfall({ product: coin, law, levels, confidence: 0.95 })).toBeCloseTo(mean - 3450, 1);
  });

  test("behavior: it never goes beyond what the product can lose, and reaches it", () => {
    const worst = lawShortfall({ product: condor, law, levels, confidence: 0.9999 });
    expect(worst).toBeCloseTo(120 - 800, 6);
    expect(lawShortfall({ product: condor, law, levels, confidence: 0.95 })).toBeGreaterThan(worst);
  });

  test("error: a law without probabilities has no tail", () => {
    const none = { probabilityBelow: () => Number.NaN, density: () => Number.NaN };
    expect(lawShortfall({ product: condor, law: none, levels, confidence: 0.95 })).toBeNaN();
  });
});
