import { price8ToNumber } from "@/lib/units/Price8";
import { type UnixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { WAD, type Wad, wadToNumber } from "@/lib/units/Wad";
import type { PastEpoch } from "./Epoch";

/** What one settled epoch brought a share, net of all fees. Shares of 1: −0.05 lost 5 %. */
export type EpochReturn = {
  readonly number: number;
  readonly openedAt: UnixSeconds;
  readonly settledAt: UnixSeconds;
  /** In the deposit asset: what the share price did. */
  readonly inAsset: number;
  /** In dollars, with the deposit asset's own move from the opening to the settlement; null when no price tells. */
  readonly inUsd: number | null;
  readonly isLoss: boolean;
};

/** All settled epochs together, the losing ones among them. */
export type RealisedReturn = {
  readonly epochs: readonly EpochReturn[];
  /** Compounded over the epochs, in the deposit asset. */
  readonly compounded: number;
  /** Compounded in dollars, from the first opening to the last settlement. */
  readonly compoundedUsd: number | null;
  /** The compounded return on a year of 365 days; null for less than one epoch of time. */
  readonly annualised: number | null;
  readonly losses: number;
  readonly worst: EpochReturn | null;
};

/** `isInUnderlying`: the deposit asset is the underlying, so its price moves; a quote asset counts as one dollar. */
export type RealisedReturnInput = {
  /** Ascending, without gaps. When the first is not epoch 1, it only gives the price that the second starts from. */
  readonly epochs: readonly PastEpoch[];
  readonly isInUnderlying: boolean;
};

/** The honest history: every epoch counted, fees and payouts taken, from the share prices that settlements fixed. */
export function realisedReturn({ epochs, isInUnderlying }: RealisedReturnInput): RealisedReturn {
  const counted = epochs.flatMap((epoch, index) => {
    const before = epoch.number === 1 ? WAD : epochs[index - 1]?.sharePrice;
    return before === undefined ? [] : [{ epoch, before, endPrice: endPrice(epoch, epochs[index + 1]) }];
  });
  const returns = counted.map(({ epoch, before, endPrice }) =>
    epochReturn(epoch, before, { endPrice, isInUnderlying }),
  );
  const first = counted[0];
  const last = counted.at(-1);
  const compounded = first && last ? ratio(last.epoch.sharePrice, first.before) - 1 : 0;
  const years = first && last ? yearsBetween(first.epoch.openedAt, last.epoch.settledAt) : 0;
  return {
    epochs: returns,
    compounded,
    compoundedUsd:
      first && last ? inUsd(compounded, { isInUnderlying, from: first.epoch, endPrice: last.endPrice }) : 0,
    annualised: years > 0 ? (1 + compounded) ** (1 / years) - 1 : null,
    losses: returns.filter((epoch) => epoch.isLoss).length,
    worst: returns.reduce<EpochReturn | null>(
      (worst, epoch) => (worst === null || epoch.inAsset < worst.inAsset ? epoch : worst),
      null,
    ),
  };
}

type PriceMove = { readonly isInUnderlying: boolean; readonly from: PastEpoch; readonly endPrice: number | null };

function epochReturn(
  epoch: PastEpoch,
  before: Wad,
  { endPrice, isInUnderlying }: { readonly endPrice: number | null; readonly isInUnderlying: boolean },
): EpochReturn {
  const inAsset = ratio(epoch.sharePrice, before) - 1;
  const { number, openedAt, settledAt } = epoch;
  const usd = inUsd(inAsset, { isInUnderlying, from: epoch, endPrice });
  return { number, openedAt, settledAt, inAsset, inUsd: usd, isLoss: epoch.sharePrice < before };
}

function inUsd(inAsset: number, { isInUnderlying, from, endPrice }: PriceMove): number | null {
  if (!isInUnderlying) return inAsset;
  const startPrice = price8ToNumber(from.spotAtOpen);
  return endPrice === null || startPrice === 0 ? null : ((1 + inAsset) * endPrice) / startPrice - 1;
}

/** The settlement's price; an epoch that sold nothing has none, and takes the spot of the next opening. */
function endPrice(epoch: PastEpoch, next: PastEpoch | undefined): number | null {
  const price = epoch.settlementPrice ?? next?.spotAtOpen ?? null;
  return price === null ? null : price8ToNumber(price);
}

function ratio(after: Wad, before: Wad): number {
  return before === 0n ? 0 : wadToNumber(after) / wadToNumber(before);
}
