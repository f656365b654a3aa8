import type { Shares } from "@/lib/units/Shares";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address, Hex } from "./Token";

/**
 * What an account moved through another protocol's contract, as its events tell it. Shares that were sent from account to account
 * are no flow: nothing was paid for them here.
 */
export type YieldFlow = {
  readonly kind: "deposit" | "withdrawal" | "borrowing" | "repayment" | "liquidation";
  /** The vault, or the pool. */
  readonly entrance: Address;
  /** The token that moved: of a liquidation the one that was owed. Null: the one asset of the vault. */
  readonly asset: Address | null;
  readonly assets: TokenAmount;
  /** What was made or burnt for it; null where a share is always one unit of the asset. */
  readonly shares: Shares | null;
  readonly blockNumber: bigint;
  readonly logIndex: number;
  readonly transaction: Hex;
  readonly at: UnixSeconds;
};
