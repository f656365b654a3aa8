import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { nextExpiry } from "@/lib/vault/nextExpiry";
import { termsOf, VAULT_PLANS } from "../deploy/vaultPlans";
import { type ExpiryKind, listedExpiries } from "./expiries";
import { instrumentName, parseInstrumentName } from "./instrumentName";
import { listedStrikes } from "./listedStrikes";

const seconds = (text: string) => Date.parse(text) / 1_000;
const day = (at: number) => new Date(at * 1_000).toISOString().slice(0, 10);
const anyTime = fc.integer({ min: seconds("2026-01-01T00:00:00Z"), max: seconds("2031-01-01T00:00:00Z") });
const anyKind = fc.constantFrom<ExpiryKind>("day", "week", "month", "quarter");

describe("listedExpiries", () => {
  it("default: a Wednesday before a month's last Friday", () => {
    const listed = listedExpiries(seconds("2026-11-25T12:00:00Z"));
    expect(listed.map(({ at, kind, hasFuture }) => `${day(at)} ${kind}${hasFuture ? " future" : ""}`)).toEqual([
      "2026-11-26 day",
      "2026-11-27 month future",
      "2026-12-04 week future",
      "2026-12-11 week",
      "2026-12-18 week",
      "2026-12-25 quarter future",
      "2027-01-29 month future",
      "2027-03-26 quarter future",
      "2027-06-25 quarter future",
    ]);
  });

  it("behavior: ascending, each once, after now, at eight o'clock, and eight to twelve of them", () => {
    fc.assert(
      fc.property(anyTime, (now) => {
        const times = listedExpiries(now).map(({ at }) => at);
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
        expect(Math.min(...times)).toBeGreaterThan(now);
        expect(times.every((at) => at % 86_400 === 28_800)).toBe(true);
        expect(times.length >= 8 && times.length <= 12).toBe(true);
      }),
    );
  });

  it("behavior: whatever a vault would open or sell is listed", () => {
    const terms = VAULT_PLANS.map(termsOf);
    fc.assert(
      fc.property(anyTime, (now) => {
        for (const { minTenor, maxTenor } of terms) {
          const tenors = { minTenorSeconds: minTenor, maxTenorSeconds: maxTenor };
          const expiry = nextExpiry(unixSeconds(BigInt(now)), tenors);
          expect(listedExpiries(now).map(({ at }) => at)).toContain(Number(expiry));
        }
      }),
    );
  });
});

describe("listedStrikes", () => {
  it("default: ether a week ahead", () => {
    expect(listedStrikes(3_255, "week", 20 / 365)).toEqual([
      1800, 1920, 2040, 2160, 2300, 2440, 2600, 2750, 2850, 2900, 3000, 3050, 3100, 3150, 3250, 3300, 3350, 3450, 3500,
      3550, 3650, 3700, 3950, 4200, 4450, 4700, 5000,
    ]);
  });

  it("behavior: ascending, each once, on both sides of the price", () => {
    fc.assert(
      fc.property(fc.double({ min: 500, max: 1e6, noNaN: true }), anyKind, (price, kind) => {
        const strikes = listedStrikes(price, kind, 0.01);
        expect(strikes).toEqual([...new Set(strikes)].sort((a, b) => a - b));
        expect(strikes.filter((strike) => strike < price).length).toBeGreaterThanOrEqual(6);
        expect(strikes.filter((strike) => strike > price).length).toBeGreaterThanOrEqual(5);
        expect(strikes.length).toBeLessThanOrEqual(50);
      }),
    );
  });

  it("behavior: a small move of the price lists and delists few strikes", () => {
    const before = listedStrikes(93_781, "month", 0.2);
    const after = new Set(listedStrikes(93_781 * 1.01, "month", 0.2));
    expect(before.filter((strike) => !after.has(strike)).length).toBeLessThanOrEqual(2);
  });

  it("behavior: a month's own strikes stay when a week's come beside them", () => {
    const far = listedStrikes(3_255, "month", 20 / 365);
    expect(listedStrikes(3_255, "month", 10 / 365)).toEqual(expect.arrayContaining([...far]));
  });
});

describe("instrumentName", () => {
  it("default", () => {
    const expiry = seconds("2026-11-27T08:00:00Z");
    expect(instrumentName({ coin: "ETH", expiry, strike: 3_400, isPut: true })).toBe("ETH-27NOV26-3400-P");
    expect(
      instrumentName({ coin: "BTC", expiry: seconds("2027-01-01T08:00:00Z"), strike: 100_000, isPut: false }),
    ).toBe("BTC-1JAN27-100000-C");
  });

  it("behavior: there and back", () => {
    const strike = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(anyTime, strike, fc.boolean(), fc.constantFrom("ETH", "BTC"), (now, at, isPut, coin) => {
        const instrument = { coin, expiry: now - (now % 86_400) + 28_800, strike: at, isPut } as const;
        expect(parseInstrumentName(instrumentName(instrument))).toEqual(instrument);
      }),
    );
  });

  it.each([
    "ETH-27NOV26-3400",
    "ETH-31NOV26-3400-P",
    "ETH-07NOV26-3400-P",
    "SOL-27NOV26-200-C",
    "ETH-27NOV26-3400-X",
    "eth-27NOV26-3400-P",
    "ETH-27NOV26-03400-P",
    "",
  ])("error: %s is no option", (text) => {
    expect(parseInstrumentName(text)).toBeNull();
  });
});
