import { describe, expect, it } from "vitest";
import type { SurfaceSlice } from "@/lib/pricing/VolatilitySurface";
import { marketMoment } from "./marketMoment";

function slice(days: number, volatility: number, rho: number): SurfaceSlice {
  const timeToExpiryYears = days / 365;
  const [b, sigma] = [0.02, 0.1];
  return {
    timeToExpiryYears,
    forward: 3400,
    svi: { a: volatility ** 2 * timeToExpiryYears - b * sigma, b, rho, m: 0, sigma },
    fit: { quotes: 9, rmsVolatility: 0, worstVolatility: 0 },
  };
}

describe("marketMoment", () => {
  it("default: at the money after 7 and 30 days, and puts less calls", () => {
    const slices = [slice(7, 0.5, -0.4), slice(30, 0.7, 0.3)];
    const moment = marketMoment({ asOf: 1_795_694_400, surface: { slices } });
    expect(moment).toMatchObject({
      asOf: 1_795_694_400,
      volatility7Days: expect.closeTo(0.5, 12),
      volatility30Days: expect.closeTo(0.7, 12),
    });
    expect(moment.skew7Days).toBeGreaterThan(0.01);
    expect(moment.skew30Days).toBeLessThan(-0.01);
  });

  it("behavior: a lean that cannot be told is null, never NaN", () => {
    const broken = slice(7, 0.5, -0.4);
    const surface = { slices: [{ ...broken, svi: { ...broken.svi, rho: 2 } }] };
    expect(marketMoment({ asOf: 1, surface }).skew7Days).toBeNull();
  });
});
