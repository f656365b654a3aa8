import type { Bps } from "@/lib/units/Bps";
import type { Price8 } from "@/lib/units/Price8";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Wad } from "@/lib/units/Wad";
import type { Address, Token } from "./Token";

/** What an account has as collateral in one asset of a pool, and what it owes in it. */
export type LoanPart = {
  readonly asset: Token;
  /** Supplied and pledged, interest to the second; 0 where it is not used as collateral. */
  readonly collateral: TokenAmount;
  /** Owed, interest to the second. */
  readonly debt: TokenAmount;
  /** Dollars, by the pool's own oracle. */
  readonly price: Price8;
  /** The share of the collateral's value that counts against the debt before the account can be liquidated. */
  readonly liquidationThreshold: Bps;
};

/**
 * An account in a lending pool, as of one block. Values and health are the pool's own figures; the parts are read beside them
 * and must explain them (see {@link Loan.isExplained}).
 */
export type Loan = {
  readonly chainId: number;
  readonly pool: Address;
  readonly poolName: string;
  readonly owner: Address;
  readonly blockNumber: bigint;
  readonly blockTimestamp: UnixSeconds;
  /** Dollars with 8 decimals. */
  readonly collateralValue: Price8;
  readonly debtValue: Price8;
  /** Weighed by value over all collateral. */
  readonly liquidationThreshold: Bps;
  /** Collateral that counts over debt: below 1e18 anybody may liquidate. Null without debt. */
  readonly health: Wad | null;
  readonly parts: readonly LoanPart[];
  /** The parts give the pool's own health to a tenth of a percent: only then can anything be reckoned from them. */
  readonly isExplained: boolean;
};
