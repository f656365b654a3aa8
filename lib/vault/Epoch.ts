import type { Price8 } from "@/lib/units/Price8";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Wad } from "@/lib/units/Wad";
import type { Address } from "./Token";

/** `idle`: nothing held; `selling`: makers quote; `live`: options held until expiry. */
export type Phase = "idle" | "selling" | "live";

/** One leg of the open epoch: what the vault holds per package, signed by `side`. */
export type EpochLeg = {
  readonly isPut: boolean;
  /** 1 when the vault bought it, −1 when it sold it. */
  readonly side: 1 | -1;
  /** Options per package. */
  readonly ratio: Wad;
  readonly strike: Price8;
  readonly seriesId: bigint;
};

/** The epoch that is open, or the last one while the vault is idle. */
export type Epoch = {
  /** Counts from 1; 0 before the first opening. */
  readonly number: number;
  readonly phase: Phase;
  readonly isCleared: boolean;
  readonly openedAt: UnixSeconds;
  readonly saleEnd: UnixSeconds;
  readonly clearEnd: UnixSeconds;
  readonly expiry: UnixSeconds;
  /** Packages offered and sold. */
  readonly sizeOffered: Wad;
  readonly sizeSold: Wad;
  /** Least premium per package that the curator accepts, in the vault's asset. */
  readonly floorPerUnit: TokenAmount;
  readonly spotAtOpen: Price8;
  readonly assetsAtOpen: TokenAmount;
  /** Premium received this epoch, in the vault's asset. Negative when the vault paid. */
  readonly premium: bigint;
  readonly legs: readonly EpochLeg[];
};

/** A maker's filled quote, leg by leg, from the QuoteBook's event. */
export type Fill = {
  readonly epoch: number;
  readonly maker: Address;
  /** Packages. */
  readonly size: Wad;
  /** Price of one option of each leg, in the vault's asset, in the order of the legs. */
  readonly legPrices: readonly TokenAmount[];
  readonly premium: TokenAmount;
  readonly filledAt: UnixSeconds;
};

/** A settled epoch, joined from EpochOpened and EpochSettled. Amounts are in the vault's asset. */
export type PastEpoch = {
  readonly number: number;
  readonly openedAt: UnixSeconds;
  readonly expiry: UnixSeconds;
  readonly settledAt: UnixSeconds;
  readonly strikes: readonly Price8[];
  readonly spotAtOpen: Price8;
  /** Null when the epoch sold nothing: no price was needed. */
  readonly settlementPrice: Price8 | null;
  readonly assetsBefore: TokenAmount;
  readonly premium: bigint;
  readonly payout: TokenAmount;
  /** What came back beyond the margin: a gift, or options of the vault's own side in the money. Almost always 0. */
  readonly surplus: TokenAmount;
  readonly managementFee: TokenAmount;
  readonly performanceFee: TokenAmount;
  readonly sharePrice: Wad;
  readonly highWaterMark: Wad;
  readonly depositsExecuted: TokenAmount;
  readonly redemptionsExecuted: TokenAmount;
};
