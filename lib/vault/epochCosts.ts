import { type Bps, bpsToNumber } from "@/lib/units/Bps";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import { type Wad, wadToNumber } from "@/lib/units/Wad";
import type { GasStep } from "./requestGas";

/** An amount in a vault for one epoch, and what the chain asks for transactions. */
export type EpochCostsInput = {
  /** Whole deposit assets, and dollars for one. */
  readonly assets: number;
  readonly assetUsd: number;
  /** Premium of one epoch as a share of the deposit; null when there is none to expect. */
  readonly premium: number | null;
  readonly epochSeconds: number;
  readonly managementFee: Bps;
  readonly performanceFee: Bps;
  readonly sharePrice: Wad;
  readonly highWaterMark: Wad;
  readonly steps: readonly GasStep[];
  /** What a unit of gas costs now, in wei, and dollars per whole coin of the chain; null when either is not known. */
  readonly gas: { readonly weiPerGas: bigint; readonly coinUsd: number } | null;
};

/** One transaction's network fee. */
export type StepCost = GasStep & { readonly usd: number };

/** In dollars, for display. Fees are those of an epoch without a payout: a worse one pays less of them. */
export type EpochCosts = {
  readonly depositUsd: number;
  /** Before fees; null when none is expected. */
  readonly premiumUsd: number | null;
  readonly managementUsd: number;
  /** On the profit above the high-water mark; 0 while the shares are below it. */
  readonly performanceUsd: number;
  /** The premium less both fees. */
  readonly netPremiumUsd: number | null;
  /** Null when a unit of gas has no price in dollars: the fees above are known all the same. */
  readonly network: NetworkCosts | null;
};

/** What the chain takes for the way in and out, in dollars. */
export type NetworkCosts = {
  readonly steps: readonly StepCost[];
  /** All transactions together. */
  readonly usd: number;
  /** Epochs without a payout until the premium, less fees, has paid the network fees; null when it never does. */
  readonly breakEvenEpochs: number | null;
  /** The deposit whose one epoch pays them, in whole assets and in dollars; null when no size does. */
  readonly smallest: { readonly assets: number; readonly usd: number } | null;
  /** The network fees are more than the premium of one epoch. */
  readonly isAbovePremium: boolean;
};

const WEI_PER_COIN = 1e18;

/** What one epoch costs and brings at a size, and how many of them pay the way in and out. */
export function epochCosts(input: EpochCostsInput): EpochCosts {
  const { assets, assetUsd, premium } = input;
  const depositUsd = assets * assetUsd;
  const shares = feeShares(input);
  const net = premium === null ? null : premium - shares.management - shares.performance;
  const premiumUsd = premium === null ? null : premium * depositUsd;
  return {
    depositUsd,
    premiumUsd,
    managementUsd: shares.management * depositUsd,
    performanceUsd: shares.performance * depositUsd,
    netPremiumUsd: net === null ? null : net * depositUsd,
    network: networkCosts(input, { depositUsd, premiumUsd, net }),
  };
}

type Earned = { readonly depositUsd: number; readonly premiumUsd: number | null; readonly net: number | null };

function networkCosts({ gas, steps, assetUsd }: EpochCostsInput, { depositUsd, premiumUsd, net }: Earned) {
  if (gas === null) return null;
  const usdPerGas = (Number(gas.weiPerGas) / WEI_PER_COIN) * gas.coinUsd;
  const priced = steps.map((step) => ({ ...step, usd: step.gas * usdPerGas }));
  const usd = priced.reduce((sum, step) => sum + step.usd, 0);
  const pays = net !== null && net > 0;
  const smallestUsd = pays ? usd / net : null;
  return {
    steps: priced,
    usd,
    breakEvenEpochs: pays && depositUsd > 0 ? Math.max(1, Math.ceil(usd / (net * depositUsd))) : null,
    smallest: smallestUsd === null ? null : { assets: smallestUsd / assetUsd, usd: smallestUsd },
    isAbovePremium: premiumUsd !== null && usd > premiumUsd,
  };
}

/**
 * Both fees as shares of the deposit, as the contract takes them at the settlement of an epoch that paid nothing out:
 * management on the assets with the premium in them, performance on what then lies above the high-water mark.
 */
function feeShares(input: EpochCostsInput): { readonly management: number; readonly performance: number } {
  const worth = 1 + (input.premium ?? 0);
  const years = input.epochSeconds / SECONDS_PER_YEAR;
  const management = Math.min(worth, worth * bpsToNumber(input.managementFee) * years);
  const price = wadToNumber(input.sharePrice);
  const mark = price > 0 ? wadToNumber(input.highWaterMark) / price : Number.POSITIVE_INFINITY;
  const performance = Math.max(0, worth - management - mark) * bpsToNumber(input.performanceFee);
  return { management, performance };
}
