import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, type Wad, wadToNumber } from "@/lib/units/Wad";
import type { PastEpoch } from "./Epoch";
import { type EpochParts, epochParts, type PartNumbers, scaledParts } from "./epochParts";

/** A dollar price at the opening and at the settlement; null when no price tells the end. */
export type PriceMove = { readonly start: number; readonly end: number | null };

/** What one settled epoch brought a share, net of all fees. Shares of 1: −0.05 lost 5 %. */
export type EpochReturn = {
  readonly number: number;
  readonly openedAt: UnixSeconds;
  readonly settledAt: UnixSeconds;
  /** In the deposit asset: what the share price did. */
  readonly inAsset: number;
  /** In dollars, with the deposit asset's own move from the opening to the settlement; null when no price tells. */
  readonly inUsd: number | null;
  /** The share price fell. */
  readonly isLoss: boolean;
  /** The options sold were exercised against the vault: it paid out. */
  readonly isAssigned: boolean;
  /** In units of the deposit asset, and as shares of the assets at the opening. */
  readonly parts: EpochParts;
  readonly shares: PartNumbers;
  /** Dollars per underlying, and per whole deposit asset (always 1 for a quote). */
  readonly coin: PriceMove;
  readonly asset: PriceMove;
};

/** `isInUnderlying`: the deposit asset is the underlying, so its price moves; a quote asset counts as one dollar. */
export type EpochReturnsInput = {
  /** Ascending, without gaps. When the first is not epoch 1, it only gives the price that the second starts from. */
  readonly epochs: readonly PastEpoch[];
  readonly isInUnderlying: boolean;
};

/** Every settled epoch as what it brought a share, losing ones among them, oldest first. */
export function epochReturns({ epochs, isInUnderlying }: EpochReturnsInput): readonly EpochReturn[] {
  return epochs.flatMap((epoch, index) => {
    const before = epoch.number === 1 ? WAD : epochs[index - 1]?.sharePrice;
    if (before === undefined) return [];
    const coin = { start: price8ToNumber(epoch.spotAtOpen), end: endPrice(epoch, epochs[index + 1]) };
    return [epochReturn(epoch, before, { coin, isInUnderlying })];
  });
}

type Prices = { readonly coin: PriceMove; readonly isInUnderlying: boolean };

function epochReturn(epoch: PastEpoch, before: Wad, { coin, isInUnderlying }: Prices): EpochReturn {
  const inAsset = before === 0n ? 0 : wadToNumber(epoch.sharePrice) / wadToNumber(before) - 1;
  const asset = isInUnderlying ? coin : { start: 1, end: 1 };
  const parts = epochParts(epoch);
  return {
    number: epoch.number,
    openedAt: epoch.openedAt,
    settledAt: epoch.settledAt,
    inAsset,
    inUsd: isInUnderlying ? inDollars(inAsset, coin) : inAsset,
    isLoss: epoch.sharePrice < before,
    isAssigned: epoch.payout > 0n,
    parts,
    shares: scaledParts(parts, epoch.assetsBefore === 0n ? 0 : 1 / Number(epoch.assetsBefore)),
    coin,
    asset,
  };
}

function inDollars(inAsset: number, { start, end }: PriceMove): number | null {
  return end === null || start === 0 ? null : ((1 + inAsset) * end) / start - 1;
}

/** The settlement's price; an epoch that sold nothing has none, and takes the spot of the next opening. */
function endPrice(epoch: PastEpoch, next: PastEpoch | undefined): number | null {
  const price = epoch.settlementPrice ?? next?.spotAtOpen ?? null;
  return price === null ? null : price8ToNumber(price);
}
