import { describe, expect, it } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { LegVolatilities } from "@/lib/vault/legVolatilities";
import type { MarketAbsence } from "@/lib/vault/marketVolatilities";
import { describeMarket, describeVolatility } from "./describeVolatility";

const NOW = unixSeconds(1_795_766_400n);
const byMarket = {
  ok: true,
  source: "market",
  volatilities: [0.6],
  headline: 0.6,
  name: "Local market",
  asOf: unixSeconds(NOW - 40n),
  ageSeconds: 40n,
  error: 0.0061,
  basis: 0,
} as const satisfies LegVolatilities;

const byFills = (absence: MarketAbsence): LegVolatilities => ({
  ok: true,
  source: "fills",
  volatilities: [0.6],
  headline: 0.6,
  asOf: NOW,
  ageSeconds: 172_800n,
  error: null,
  absence,
});

describe("whose volatility it is", () => {
  it("default: the market's, with age and error", () => {
    expect(describeVolatility(byMarket)).toBe("Local market, fitted 40 s ago, ±0.6 pts");
    expect(describeVolatility({ ...byMarket, ageSeconds: 0n, error: 0.0004 })).toBe(
      "Local market, fitted just now, less than ±0.1 pts",
    );
  });

  it.each([
    ["notConfigured", null, "no option market is configured"],
    ["unreachable", null, "the market source did not answer"],
    ["stale", 900n, "the market's surface is 15 min old"],
    ["stale", null, "the market source's quotes are too old"],
    ["unusable", null, "the market source's quotes fit no surface"],
    ["expired", null, "the market's surface is from after the expiry"],
    ["early", null, "the market source's clock is ahead of the chain's"],
    ["notPriced", null, "the market's surface has no volatility for these strikes"],
  ] as const)("behavior: the fills', because of %s", (reason, ageSeconds, words) => {
    const text = describeVolatility(byFills({ reason, ageSeconds }));
    expect(text).toBe(`By this epoch's fills, 2 days old: ${words}`);
  });

  it("error: none, and why", () => {
    const absence: MarketAbsence = { reason: "unreachable", ageSeconds: null };
    expect(describeVolatility({ ok: false, reason: "waiting" })).toBe("Asking the option market …");
    expect(describeVolatility({ ok: false, reason: "idle" })).toBe("No options are held, so there is no volatility.");
    for (const reason of ["nothingSold", "pricesIncomplete", "notImplied"] as const) {
      const text = describeVolatility({ ok: false, reason, absence });
      expect(text).toMatch(/^No volatility: .*, and the market source did not answer\.$/);
    }
  });

  it("default: the surface itself, or the market's own sentence", () => {
    const view = {
      source: { name: "Local market" },
      indexPrice: 3400,
      asOf: Number(NOW) - 130.5,
      surface: { slices: [] },
      rmsVolatility: 0.012,
    };
    expect(describeMarket({ ok: true, view }, NOW)).toBe("Local market, fitted 2 min ago, ±1.2 pts");
    expect(describeMarket({ ok: false, reason: "stale", detail: "Too old." }, NOW)).toBe("Too old.");
  });
});
