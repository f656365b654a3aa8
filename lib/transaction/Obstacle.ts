import type { AmountReason } from "@/lib/units/parseTokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address, Token } from "@/lib/vault/Token";

/** Why a button cannot be pressed now, with the number that is in the way; lib/format names it on the button. */
export type Obstacle =
  | { readonly kind: "notConnected" }
  | { readonly kind: "wrongNetwork"; readonly found: number; readonly needed: number }
  | { readonly kind: "deadVault"; readonly vaultName: string }
  | { readonly kind: "depositsPaused"; readonly vaultName: string }
  | { readonly kind: "stalePrice"; readonly updatedAt: UnixSeconds; readonly ageSeconds: bigint }
  | { readonly kind: "noAmount"; readonly reason: AmountReason; readonly token: Token }
  | { readonly kind: "overBalance"; readonly by: bigint; readonly balance: bigint; readonly token: Token }
  | { readonly kind: "belowMinimum"; readonly minimum: bigint; readonly token: Token; readonly vaultName: string }
  | {
      readonly kind: "overCap";
      readonly by: bigint;
      readonly room: bigint;
      readonly token: Token;
      readonly vaultName: string;
    }
  | { readonly kind: "notEnterable"; readonly vaultName: string }
  | { readonly kind: "nothingHeld"; readonly vaultName: string }
  /** More than another protocol's vault pays out now: it lacks the liquidity, or the rest secures what the account owes. */
  | {
      readonly kind: "overPayable";
      readonly most: bigint;
      readonly token: Token;
      readonly vaultName: string;
      readonly isPledged: boolean;
    }
  | { readonly kind: "noFeeCoin"; readonly missingWei: bigint };

/** The wallet as it stands: none, or an account on some chain. */
export type WalletState = { readonly account: Address; readonly chainId: number } | null;

/** The account's coins, and what the fees of the whole plan may take, in wei. */
export type FeeCoins = { readonly balance: bigint; readonly reserve: bigint };

/** What stands between a person and any transaction on a chain. */
export function walletObstacle(wallet: WalletState, neededChainId: number): Obstacle | null {
  if (wallet === null) return { kind: "notConnected" };
  if (wallet.chainId === neededChainId) return null;
  return { kind: "wrongNetwork", found: wallet.chainId, needed: neededChainId };
}

/** What is missing for the network fee, once the coins that the plan itself spends are set aside. */
export function feeObstacle(coins: FeeCoins, spentWei: bigint): Obstacle | null {
  const missing = coins.reserve + spentWei - coins.balance;
  return missing > 0n ? { kind: "noFeeCoin", missingWei: missing } : null;
}
