import type { Address } from "@/lib/vault/Token";
import type { Market } from "../deployMarket";

/** A token that the pool lends, on terms like those of Aave's own markets. Shares are in basis points. */
export type ReservePlan = {
  readonly asset: Address;
  readonly symbol: string;
  readonly decimals: number;
  readonly ltvBps: bigint;
  readonly liquidationThresholdBps: bigint;
  /** What a liquidator pays for, over the debt: 10,500 is 5 % more. */
  readonly liquidationBonusBps: bigint;
  readonly reserveFactorBps: bigint;
  readonly rates: RatePlan;
};

/** Yearly rates: up to the best use of the reserve the first slope, beyond it the second. Basis points. */
export type RatePlan = { readonly optimalUseBps: bigint; readonly slopeBps: bigint; readonly steepSlopeBps: bigint };

/** The reserves of the local pool. */
export function reservePlans({ underlyings, usdc }: Market): readonly ReservePlan[] {
  return [
    {
      asset: underlyings.ETH,
      ...{ symbol: "WETH", decimals: 18, ltvBps: 8_000n, liquidationThresholdBps: 8_250n },
      ...{ liquidationBonusBps: 10_500n, reserveFactorBps: 1_500n },
      rates: { optimalUseBps: 8_000n, slopeBps: 330n, steepSlopeBps: 8_000n },
    },
    {
      asset: usdc,
      ...{ symbol: "USDC", decimals: 6, ltvBps: 7_700n, liquidationThresholdBps: 8_000n },
      ...{ liquidationBonusBps: 10_450n, reserveFactorBps: 1_000n },
      rates: { optimalUseBps: 9_000n, slopeBps: 600n, steepSlopeBps: 6_000n },
    },
    {
      asset: underlyings.BTC,
      ...{ symbol: "cbBTC", decimals: 8, ltvBps: 7_000n, liquidationThresholdBps: 7_500n },
      ...{ liquidationBonusBps: 10_750n, reserveFactorBps: 2_000n },
      rates: { optimalUseBps: 4_500n, slopeBps: 400n, steepSlopeBps: 30_000n },
    },
  ];
}
