import { describe, expect, test } from "vitest";
import { black } from "@/lib/pricing/black";
import { price8ToNumber } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { yearsBetween } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import { impliedVolatilityOfFills } from "./impliedVolatilityOfFills";
import { EXPIRY, fillOf, leg, NOW, putEpoch, putVault, WETH } from "./vaultFixture";
import { vaultProduct } from "./vaultProduct";

describe("product of a vault", () => {
  test("default: per unit deposited at the opening, with the premium received", () => {
    const result = vaultProduct(putVault());
    expect(result).toMatchObject({ ok: true, basis: "sold", unitsPerShare: expect.closeTo(1_000_000 / 950_000, 12) });
    if (!result.ok) return;
    expect(result.product).toMatchObject({ underlying: "ETH", deposit: "quote", cash: 1, entrySpot: 3482.16 });
    expect(result.product.premium).toBeCloseTo(0.006, 15);
    expect(result.product.legs).toEqual([{ isPut: true, side: -1, strike: 3100, quantity: expect.closeTo(3e-4, 15) }]);
  });

  test("behavior: an open sale is the offer at the floor", () => {
    const epoch = putEpoch({ phase: "selling", isCleared: false, sizeSold: wad(0n), premium: 0n });
    const result = vaultProduct(putVault({ epoch }));
    expect(result).toMatchObject({ ok: true, basis: "offered" });
    if (result.ok) expect(result.product.premium).toBeCloseTo((322 * 15) / 1e6, 15);
  });

  test("behavior: at rest, or with nothing sold, there is no product", () => {
    expect(vaultProduct(putVault({ epoch: putEpoch({ phase: "idle" }) }))).toEqual({ ok: false, reason: "idle" });
    const unsold = putEpoch({ phase: "selling", sizeSold: wad(0n) });
    expect(vaultProduct(putVault({ epoch: unsold }))).toEqual({ ok: false, reason: "nothingSold" });
  });
});

describe("volatility of the fills", () => {
  const SPOT = price8ToNumber(putEpoch().spotAtOpen);
  const years = yearsBetween(fillOf().filledAt, EXPIRY);
  const priceAt = (volatility: number, isPut: boolean, strike: number) =>
    black({ forward: SPOT, strike, timeToExpiryYears: years, volatility, isPut }).price;
  const inUsdc = (price: number) => tokenAmount(BigInt(Math.round(price * 1e6)));

  test("default: the volatility of the price comes back, with its age", () => {
    const fill = fillOf({ legPrices: [inUsdc(priceAt(0.62, true, 3100))] });
    const result = impliedVolatilityOfFills(putVault(), [fill], NOW);
    expect(result).toMatchObject({ ok: true, filledAt: fill.filledAt, ageSeconds: NOW - fill.filledAt });
    if (result.ok) expect(result.headline).toBeCloseTo(0.62, 6);
  });

  test("behavior: a vault in the underlying is paid in it", () => {
    const epoch = putEpoch({ legs: [leg(false, -1, 3900n)] });
    const price = tokenAmount(BigInt(Math.round((priceAt(0.55, false, 3900) / SPOT) * 1e18)));
    const result = impliedVolatilityOfFills(putVault({ epoch, asset: WETH }), [fillOf({ legPrices: [price] })], NOW);
    expect(result.ok && result.headline).toBeCloseTo(0.55, 9);
  });

  test("behavior: fills are weighted by size, other epochs do not count", () => {
    const [cheap, dear] = [inUsdc(priceAt(0.5, true, 3100)), inUsdc(priceAt(0.7, true, 3100))];
    const fills = [
      fillOf({ legPrices: [cheap], size: wad(30n * 10n ** 18n) }),
      fillOf({ legPrices: [dear], size: wad(10n * 10n ** 18n) }),
      fillOf({ legPrices: [tokenAmount(1n)], epoch: 11 }),
    ];
    const single = fillOf({ legPrices: [tokenAmount((3n * cheap + dear) / 4n)] });
    const mixed = impliedVolatilityOfFills(putVault(), fills, NOW);
    const expected = impliedVolatilityOfFills(putVault(), [single], NOW);
    expect(mixed.ok && expected.ok && mixed.headline - expected.headline).toBeCloseTo(0, 6);
  });

  test("behavior: a condor has one a leg; the heading is of the sold ones", () => {
    const epoch = putEpoch({
      legs: [leg(true, 1, 2900n), leg(true, -1, 3100n), leg(false, -1, 3750n), leg(false, 1, 3950n)],
    });
    const smile = [0.68, 0.63, 0.57, 0.55] as const;
    const legPrices = epoch.legs.map(({ isPut, strike }, index) =>
      inUsdc(priceAt(smile[index] ?? 0, isPut, price8ToNumber(strike))),
    );
    const result = impliedVolatilityOfFills(putVault({ epoch }), [fillOf({ legPrices })], NOW);
    expect(result).toMatchObject({ ok: true, volatilities: smile.map((volatility) => expect.closeTo(volatility, 4)) });
    if (result.ok) expect(result.headline).toBeCloseTo(0.6, 4);
  });

  test("error: nothing sold, other prices than legs, a price below what the option is worth", () => {
    const of = (changes: Parameters<typeof fillOf>[0]) => impliedVolatilityOfFills(putVault(), [fillOf(changes)], NOW);
    expect(impliedVolatilityOfFills(putVault(), [], NOW)).toEqual({ ok: false, reason: "nothingSold" });
    expect(of({ epoch: 11 })).toEqual({ ok: false, reason: "nothingSold" });
    expect(of({ legPrices: [] })).toEqual({ ok: false, reason: "pricesIncomplete" });
    const deep = putEpoch({ legs: [leg(true, -1, 9000n)] });
    const result = impliedVolatilityOfFills(putVault({ epoch: deep }), [fillOf()], NOW);
    expect(result).toEqual({ ok: false, reason: "notImplied", leg: 0, cause: "belowIntrinsic" });
  });
});
