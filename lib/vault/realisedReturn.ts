import { yearsBetween } from "@/lib/units/UnixSeconds";
import { deepestFall } from "./deepestFall";
import { type EpochParts, type PartNumbers, scaledParts, sumOfPartNumbers, sumOfParts } from "./epochParts";
import { type EpochReturn, type EpochReturnsInput, epochReturns } from "./epochReturns";

/** Settled epochs together, the losing ones among them. Shares of 1; dollars are null when the last price is not known. */
export type RealisedReturn = {
  /** Oldest first. */
  readonly epochs: readonly EpochReturn[];
  /** Compounded over the epochs, in the deposit asset. */
  readonly compounded: number;
  /** The same before any fee: what the fees took is the difference. */
  readonly compoundedBeforeFees: number;
  /** Compounded in dollars, from the first opening to the last settlement. */
  readonly compoundedUsd: number | null;
  /** The compounded return on a year of 365 days, between the first opening and the last settlement; null without an epoch. */
  readonly annualised: number | null;
  readonly annualisedUsd: number | null;
  /** Holding the underlying over the same time, in dollars. */
  readonly holdingUsd: number | null;
  /** Epochs after which a share was worth less of the deposit asset. */
  readonly losses: number;
  /** Epochs in which the vault paid out to those who bought its options. */
  readonly assigned: number;
  readonly worst: EpochReturn | null;
  readonly worstUsd: EpochReturn | null;
  /** Deepest fall from a high, 0 to 1, seen at settlements (in dollars at openings too). */
  readonly drawdown: number;
  readonly drawdownUsd: number | null;
  /** The vault's own sums: exact in the asset, and each epoch's share of its deposits added up. */
  readonly parts: EpochParts;
  readonly shares: PartNumbers;
};

/** The honest history: every epoch counted, fees and payouts taken, from what settlements fixed on chain. */
export function realisedReturn(input: EpochReturnsInput): RealisedReturn {
  return compoundedEpochs(epochReturns(input));
}

/** The same of any run of epochs, such as the newest twelve. */
export function compoundedEpochs(epochs: readonly EpochReturn[]): RealisedReturn {
  const first = epochs[0];
  const last = epochs.at(-1);
  const compounded = compound(epochs.map(({ inAsset }) => inAsset));
  const years = first && last ? yearsBetween(first.openedAt, last.settledAt) : 0;
  const assetGrowth = first && last ? growth(first.asset.start, last.asset.end) : 1;
  const compoundedUsd = assetGrowth === null ? null : (1 + compounded) * assetGrowth - 1;
  const coinGrowth = first && last ? growth(first.coin.start, last.coin.end) : 1;
  return {
    epochs,
    compounded,
    compoundedBeforeFees: compound(epochs.map(({ inAsset, shares }) => inAsset + feesOf(shares))),
    compoundedUsd,
    annualised: perYear(compounded, years),
    annualisedUsd: compoundedUsd === null ? null : perYear(compoundedUsd, years),
    holdingUsd: coinGrowth === null ? null : coinGrowth - 1,
    losses: epochs.filter((epoch) => epoch.isLoss).length,
    assigned: epochs.filter((epoch) => epoch.isAssigned).length,
    worst: smallest(epochs, ({ inAsset }) => inAsset),
    worstUsd: smallest(epochs, ({ inUsd }) => inUsd),
    drawdown: deepestFall(worths(epochs)),
    drawdownUsd: drawdownUsd(epochs),
    parts: sumOfParts(epochs.map(({ parts }) => parts)),
    shares: sumOfPartNumbers(epochs.map(({ shares }) => shares)),
  };
}

/** Both fees together. */
export function feesOf({ managementFee, performanceFee }: PartNumbers): number {
  return managementFee + performanceFee;
}

/**
 * The parts in dollars, each epoch's at the price of its settlement; null while one of them has none. `decimals` of the
 * deposit asset.
 */
export function partsInUsd({ epochs }: Pick<RealisedReturn, "epochs">, decimals: number): PartNumbers | null {
  const priced = epochs.flatMap(({ parts, asset: { end } }) =>
    end === null ? [] : [scaledParts(parts, end / 10 ** decimals)],
  );
  return priced.length === epochs.length ? sumOfPartNumbers(priced) : null;
}

function compound(returns: readonly number[]): number {
  return returns.reduce((product, one) => product * (1 + one), 1) - 1;
}

function perYear(total: number, years: number): number | null {
  return years > 0 ? (1 + total) ** (1 / years) - 1 : null;
}

function growth(start: number, end: number | null): number | null {
  return end === null || start === 0 ? null : end / start;
}

/** Worth of one share in the deposit asset: at the first opening and at every settlement. */
function worths(epochs: readonly EpochReturn[]): readonly number[] {
  let worth = 1;
  return [worth, ...epochs.map(({ inAsset }) => (worth *= 1 + inAsset))];
}

/** With the openings among the levels: between a settlement and the next opening the price moves too. */
function drawdownUsd(epochs: readonly EpochReturn[]): number | null {
  if (epochs.some(({ asset }) => asset.end === null)) return null;
  const assets = worths(epochs);
  return deepestFall(
    epochs.flatMap(({ asset: { start, end } }, index) => [
      (assets[index] ?? Number.NaN) * start,
      (assets[index + 1] ?? Number.NaN) * (end ?? Number.NaN),
    ]),
  );
}

/** The epoch with the smallest figure; one without is passed over. */
function smallest(epochs: readonly EpochReturn[], of: (epoch: EpochReturn) => number | null): EpochReturn | null {
  let found: { readonly epoch: EpochReturn; readonly figure: number } | null = null;
  for (const epoch of epochs) {
    const figure = of(epoch);
    if (figure !== null && (found === null || figure < found.figure)) found = { epoch, figure };
  }
  return found?.epoch ?? null;
}
