import type { Price8 } from "@/lib/units/Price8";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Wad } from "@/lib/units/Wad";
import type { Address, Token } from "./Token";

/** A token, or the chain's own coin, that an address holds itself. */
export type WalletToken = {
  readonly token: Token;
  /** The token whose price it has: the chain's own coin has that of the one that wraps it. */
  readonly pricedAs: Address;
  /** Null where its contract did not say. */
  readonly amount: TokenAmount | null;
};

/** What lies in an address's wallet of the tokens that the deployment names. */
export type WalletTokens = { readonly account: Address; readonly tokens: readonly WalletToken[] };

/** An option series of the clearinghouse, as it states it. */
export type OptionSeries = {
  readonly seriesId: bigint;
  readonly underlying: Address;
  readonly quote: Address;
  /** One of both. */
  readonly settlementAsset: Address;
  readonly strike: Price8;
  readonly expiry: UnixSeconds;
  readonly isPut: boolean;
};

/** So many options of a series: sold below 0. */
export type OwnOption = { readonly series: OptionSeries; readonly size: Wad };

/** A margin account that is not settled: its options and its collateral, in units of the asset that it settles in. */
export type OwnOptionAccount = {
  readonly id: string;
  readonly underlying: Address;
  readonly quote: Address;
  readonly settlementAsset: Address;
  readonly expiry: UnixSeconds;
  readonly collateral: TokenAmount;
  readonly options: readonly OwnOption[];
};

/** The final price of an expiry. */
export type ExpiryPrice = {
  readonly underlying: Address;
  readonly quote: Address;
  readonly expiry: UnixSeconds;
  readonly price: Price8;
};

/** What an address has at the clearinghouse itself, not through a vault. */
export type OwnOptions = {
  readonly account: Address;
  /** Long tokens. */
  readonly tokens: readonly OwnOption[];
  readonly accounts: readonly OwnOptionAccount[];
  /** Of the expiries that are over and have one. */
  readonly prices: readonly ExpiryPrice[];
  /** What settled accounts left and was not withdrawn. */
  readonly claims: readonly { readonly asset: Address; readonly assets: TokenAmount }[];
  /** Series, or sales with theirs, that there are beyond what was read: their options are in none of the above. */
  readonly leftOut: number;
};
