import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import type { Epoch, EpochLeg, Fill, PastEpoch } from "./Epoch";
import type { MarketSurface } from "./MarketSurface";
import type { Position, Requests } from "./Position";
import type { Address } from "./Token";
import type { Vault } from "./Vault";

/** Vaults, epochs and positions that tests share. The epoch ends on Fri 27 Nov 2026, 08:00 UTC. */
export const EXPIRY = unixSeconds(1_795_766_400n);
export const OPENED = unixSeconds(EXPIRY - 604_800n + 600n);
export const NOW = unixSeconds(EXPIRY - 406_800n);
export const OWNER: Address = `0x${"a1".repeat(20)}`;

export const USDC = { address: `0x${"e6".repeat(20)}`, symbol: "USDC", decimals: 6 } as const;
export const WETH = { address: `0x${"e7".repeat(20)}`, symbol: "WETH", decimals: 18 } as const;
const ADDRESS: Address = `0x${"d1".repeat(20)}`;
const OTHER: Address = `0x${"01".repeat(20)}`;

/** Without a market the fills alone tell a volatility. */
export const NO_MARKET: MarketSurface = { ok: false, reason: "notConfigured", detail: "No option market." };

/** A market whose one smile is asymmetric around $3,450 and lowest above it; fitted ten seconds before NOW. */
export const MARKET: MarketSurface = {
  ok: true,
  view: {
    source: { name: "Test market" },
    indexPrice: 3450,
    asOf: Number(NOW) - 10,
    rmsVolatility: 0.004,
    surface: {
      slices: [3, 10, 40].map((days) => ({
        timeToExpiryYears: days / 365,
        forward: 3450,
        svi: { a: 0.00078 * days, b: 0.004 * Math.sqrt(days), rho: -0.3, m: 0.01, sigma: 0.12 },
        fit: { quotes: 12, rmsVolatility: 0.004, worstVolatility: 0.009 },
      })),
    },
  },
};

export function leg(isPut: boolean, side: 1 | -1, strike: bigint): EpochLeg {
  return { isPut, side, ratio: WAD, strike: price8(strike * 10n ** 8n), seriesId: strike };
}

/** A cash-secured put at $3,100 on ETH at $3,482.16: 1,000,000 USDC, 300 packages sold for 6,000 USDC. */
export function putEpoch(changes: Partial<Epoch> = {}): Epoch {
  return {
    number: 12,
    phase: "live",
    isCleared: true,
    openedAt: OPENED,
    saleEnd: unixSeconds(OPENED + 1200n),
    clearEnd: unixSeconds(OPENED + 2400n),
    expiry: EXPIRY,
    sizeOffered: wad(322n * WAD),
    sizeSold: wad(300n * WAD),
    floorPerUnit: tokenAmount(15_000_000n),
    spotAtOpen: price8(348_216_000_000n),
    assetsAtOpen: tokenAmount(1_000_000_000_000n),
    premium: 6_000_000_000n,
    legs: [leg(true, -1, 3100n)],
    ...changes,
  };
}

export function putVault(changes: Partial<Vault> = {}): Vault {
  return {
    chainId: 31_337,
    address: ADDRESS,
    blockNumber: 100n,
    blockTimestamp: NOW,
    name: "ETH Put Income",
    share: { address: ADDRESS, symbol: "blUSDC-CSP", decimals: 18 },
    asset: USDC,
    underlying: WETH,
    underlyingSymbol: "ETH",
    quote: USDC,
    legs: [{ isPut: true, side: -1, ratio: WAD, minMoneyness: bps(8500n), maxMoneyness: bps(9700n) }],
    terms: {
      minTenorSeconds: 86_400,
      maxTenorSeconds: 1_209_600,
      saleSeconds: 1200,
      openWindowSeconds: 172_800,
      maxLoss: bps(10_000n),
      managementFee: bps(100n),
      performanceFee: bps(1000n),
      cap: tokenAmount(5_000_000_000_000n),
      minRequest: tokenAmount(100_000_000n),
    },
    totalAssets: tokenAmount(1_006_000_000_000n),
    totalShares: shares(950_000n * WAD),
    sharePrice: wad(1_052_631_578_947_368_421n),
    highWaterMark: wad(1_052_631_578_947_368_421n),
    pendingDepositAssets: tokenAmount(0n),
    pendingRedeemShares: shares(0n),
    isDepositPaused: false,
    epoch: putEpoch(),
    idleSince: unixSeconds(OPENED - 600n),
    spot: { price: price8(345_000_000_000n), updatedAt: unixSeconds(NOW - 60n), feed: OTHER, maxAgeSeconds: 3600 },
    contracts: {
      policy: OTHER,
      clearinghouse: OTHER,
      quoteBook: OTHER,
      oracle: OTHER,
      router: OTHER,
      owner: OTHER,
      ownerDelaySeconds: 259_200,
      curator: OTHER,
      guardian: OTHER,
    },
    ...changes,
  };
}

export function positionOf(requests: Partial<Requests> = {}, changes: Partial<Position> = {}): Position {
  return {
    vault: ADDRESS,
    owner: OWNER,
    shares: shares(0n),
    walletAssets: tokenAmount(0n),
    assetAllowance: tokenAmount(0n),
    shareAllowance: shares(0n),
    requests: {
      pendingDepositAssets: tokenAmount(0n),
      claimableDepositAssets: tokenAmount(0n),
      claimableDepositShares: shares(0n),
      refundableAssets: tokenAmount(0n),
      pendingRedeemShares: shares(0n),
      claimableRedeemShares: shares(0n),
      claimableRedeemAssets: tokenAmount(0n),
      refundableShares: shares(0n),
      ...requests,
    },
    ...changes,
  };
}

export function fillOf(changes: Partial<Fill> = {}): Fill {
  const filledAt = unixSeconds(OPENED + 1300n);
  const price = tokenAmount(20_000_000n);
  return {
    epoch: 12,
    maker: OTHER,
    size: wad(300n * WAD),
    legPrices: [price],
    premium: tokenAmount(6_000_000_000n),
    filledAt,
    ...changes,
  };
}

export function pastEpoch(number: number, sharePrice: bigint, changes: Partial<PastEpoch> = {}): PastEpoch {
  const settledAt = unixSeconds(EXPIRY - BigInt(12 - number) * 604_800n);
  return {
    number,
    openedAt: unixSeconds(settledAt - 604_800n),
    expiry: settledAt,
    settledAt,
    strikes: [price8(310_000_000_000n)],
    spotAtOpen: price8(300_000_000_000n),
    settlementPrice: price8(330_000_000_000n),
    assetsBefore: tokenAmount(1_000_000n),
    premium: 10_000n,
    payout: tokenAmount(0n),
    surplus: tokenAmount(0n),
    managementFee: tokenAmount(0n),
    performanceFee: tokenAmount(0n),
    sharePrice: wad(sharePrice),
    highWaterMark: wad(sharePrice),
    depositsExecuted: tokenAmount(0n),
    redemptionsExecuted: tokenAmount(0n),
    ...changes,
  };
}
