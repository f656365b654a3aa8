import { describe, expect, test } from "vitest";
import { black } from "@/lib/pricing/black";
import { price8, price8ToNumber } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import type { Fill, PastEpoch } from "./Epoch";
import { fillsVolatilityHistory } from "./fillsVolatilityHistory";
import type { Vault } from "./Vault";
import { fillOf, leg, pastEpoch, putEpoch, putVault, USDC, WETH } from "./vaultFixture";

const SPOT = 3000;
/** Total smile of the tests: puts below the money dearer than calls above it. */
const volatilityAt = (strike: number) => 0.6 - 0.4 * Math.log(strike / SPOT);

type Side = readonly [isPut: boolean, side: 1 | -1, strike: number];

function condor(sides: readonly Side[], epochs: readonly number[], isInUnderlying = false) {
  const vault = putVault({
    asset: isInUnderlying ? WETH : USDC,
    legs: sides.map(([isPut, side]) => ({ ...(putVault().legs[0] as Vault["legs"][number]), isPut, side })),
    epoch: putEpoch({ phase: "idle", sizeSold: wad(0n) }),
  });
  const strikes = sides.map(([, , strike]) => price8(BigInt(strike) * 10n ** 8n));
  const pastEpochs = epochs.map((number) => pastEpoch(number, WAD, { strikes }));
  const fills = pastEpochs.map((epoch) => fillAt(epoch, { sides, isInUnderlying }));
  return { vault, past: { pastEpochs, fills } };
}

function fillAt(
  epoch: PastEpoch,
  { sides, isInUnderlying }: { readonly sides: readonly Side[]; readonly isInUnderlying: boolean },
): Fill {
  const filledAt = unixSeconds(epoch.openedAt + 1500n);
  const legPrices = sides.map(([isPut, , strike]) => {
    const { price } = black({
      forward: SPOT,
      strike,
      timeToExpiryYears: yearsBetween(filledAt, epoch.expiry),
      volatility: volatilityAt(strike),
      isPut,
    });
    return tokenAmount(BigInt(Math.round(isInUnderlying ? (price / SPOT) * 1e18 : price * 1e6)));
  });
  return fillOf({ epoch: epoch.number, filledAt, legPrices });
}

const CONDOR: readonly Side[] = [
  [true, 1, 2600],
  [true, -1, 2800],
  [false, -1, 3300],
  [false, 1, 3500],
];

describe("volatility of past fills", () => {
  test.each([false, true])("default: at the money between the strikes, puts less calls (paid in ETH: %s)", (inEth) => {
    const { vault, past } = condor(CONDOR, [1, 2], inEth);
    const [first, second] = fillsVolatilityHistory(vault, past);
    const share = Math.log(SPOT / 2800) / Math.log(3300 / 2800);
    const line = volatilityAt(2800) + share * (volatilityAt(3300) - volatilityAt(2800));
    expect(first).toMatchObject({ ok: true, number: 1, distance: 0, volatility: expect.closeTo(line, 5) });
    expect(second?.ok && second.skew).toBeCloseTo(volatilityAt(2800) - volatilityAt(3300), 5);
    expect(second?.ok && second.filledAt).toBe(past.fills[1]?.filledAt);
  });

  test("behavior: with one strike it is that strike's, and how far from the money it lies is said", () => {
    const { vault, past } = condor([[true, -1, 2700]], [4]);
    const [only] = fillsVolatilityHistory(vault, past);
    const distance = expect.closeTo(Math.log(0.9), 12);
    expect(only).toMatchObject({ ok: true, distance, volatility: expect.closeTo(volatilityAt(2700), 5), skew: null });
  });

  test("behavior: a put and a call of one strike count half each", () => {
    const sides: readonly Side[] = [
      [true, -1, 2900],
      [false, -1, 2900],
    ];
    const { vault, past } = condor(sides, [1]);
    const fill = past.fills[0] as Fill;
    const dearer = {
      ...fill,
      legPrices: fill.legPrices.map((price, at) => tokenAmount(at === 0 ? price + 20_000_000n : price)),
    };
    const of = (fills: readonly Fill[]) => fillsVolatilityHistory(vault, { ...past, fills })[0];
    const [plain, raised] = [of([fill]), of([dearer])];
    if (!plain?.ok || !raised?.ok) throw new TypeError("both are implied");
    expect(raised.skew).toBeGreaterThan(0.01);
    expect(raised.volatility - plain.volatility).toBeCloseTo((raised.skew ?? 0) / 2, 9);
  });

  test("behavior: the open epoch comes last, once it has sold", () => {
    const epoch = putEpoch({ legs: [leg(true, -1, 3100n)] });
    const fills = [fillOf()];
    expect(fillsVolatilityHistory(putVault({ epoch }), { pastEpochs: [], fills })).toMatchObject([
      { ok: true, number: 12, distance: Math.log(3100 / price8ToNumber(epoch.spotAtOpen)) },
    ]);
    const unsold = putEpoch({ phase: "selling", sizeSold: wad(0n) });
    expect(fillsVolatilityHistory(putVault({ epoch: unsold }), { pastEpochs: [], fills: [] })).toEqual([]);
  });

  test("error: an epoch without fills, and one whose strikes are not the policy's, say so", () => {
    const { vault, past } = condor(CONDOR, [1, 2]);
    const [first, second] = past.pastEpochs;
    if (first === undefined || second === undefined) throw new TypeError("two epochs");
    const pastEpochs = [{ ...first, strikes: first.strikes.slice(1) }, second];
    expect(fillsVolatilityHistory(vault, { pastEpochs, fills: past.fills.slice(0, 1) })).toEqual([
      { ok: false, number: 1, expiry: first.expiry, reason: "pricesIncomplete" },
      { ok: false, number: 2, expiry: second.expiry, reason: "nothingSold" },
    ]);
  });
});
