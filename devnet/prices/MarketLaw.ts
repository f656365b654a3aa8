import type { BatesParameters } from "@/lib/pricing/HestonParameters";

/** A coin of the local chain's market, by the name that markets use. */
export type Coin = "ETH" | "BTC";

/** Both coins, in the order in which everything about them is stored and posted. */
export const COINS: readonly Coin[] = ["ETH", "BTC"];

/** One coin's law under the measure that also prices its options: the forward of T years is price · e^(carry · T). */
export type CoinLaw = {
  /** Bates's law; `initialVariance` is where the history begins. */
  readonly bates: BatesParameters;
  /** Growth of the forward a year. */
  readonly carry: number;
  /** Where the history begins, in dollars. */
  readonly startPrice: number;
};

/** The joint law of both coins. Each alone is a Bates process; these numbers say how they move together. */
export type MarketLaw = Readonly<Record<Coin, CoinLaw>> & {
  /** Of the diffusive price shocks. */
  readonly priceCorrelation: number;
  /** Of the variance shocks. */
  readonly varianceCorrelation: number;
  /** Jumps a year that hit both at once; each coin's other jumps are its own. */
  readonly commonJumpIntensity: number;
  /** Of the logarithms of the two factors of a common jump. */
  readonly jumpCorrelation: number;
};

/**
 * The local chain's market. Long-run variance with the jumps' part, θ + λ(ν² + δ²): 0.336 for ether, a volatility of 58 %;
 * 0.185 for bitcoin, 43 %. Both keep their variance above zero (2κθ > σ²), fall harder than they rise and, by their
 * jumps, have a smile that is steepest for short expiries.
 */
export const MARKET_LAW: MarketLaw = {
  ETH: {
    bates: {
      initialVariance: 0.297,
      meanReversion: 6,
      longRunVariance: 0.297,
      volatilityOfVariance: 1.25,
      correlation: -0.4,
      jumpIntensity: 14,
      meanLogJump: -0.012,
      jumpDeviation: 0.052,
    },
    carry: 0.03,
    startPrice: 3_150,
  },
  BTC: {
    bates: {
      initialVariance: 0.164,
      meanReversion: 6,
      longRunVariance: 0.164,
      volatilityOfVariance: 0.85,
      correlation: -0.35,
      jumpIntensity: 14,
      meanLogJump: -0.009,
      jumpDeviation: 0.038,
    },
    carry: 0.04,
    startPrice: 92_500,
  },
  priceCorrelation: 0.87,
  varianceCorrelation: 0.8,
  commonJumpIntensity: 11,
  jumpCorrelation: 0.9,
};
