import type { ParsedAmount } from "@/lib/units/parseTokenAmount";
import type { Shares } from "@/lib/units/Shares";
import type { Token } from "@/lib/vault/Token";
import { type FeeCoins, feeObstacle, type Obstacle, type WalletState, walletObstacle } from "./Obstacle";

/** A withdrawal as it stands in the form. It is asked for in shares, so that all of them leaves no dust. */
export type RedeemAttempt = {
  readonly wallet: WalletState;
  readonly chainId: number;
  readonly amount: ParsedAmount;
  readonly share: Token;
  /** Shares in the wallet. */
  readonly held: Shares;
  readonly coins: FeeCoins;
};

/**
 * The first thing that is in the way of a withdrawal, or null. No vault can pause it, no price is needed for it, and no
 * reserve keeps anybody in: only who has no coin at all cannot pay the fee for certain.
 */
export function redeemObstacle(attempt: RedeemAttempt): Obstacle | null {
  const wallet = walletObstacle(attempt.wallet, attempt.chainId);
  if (wallet !== null) return wallet;
  const { amount, share, held } = attempt;
  if (!amount.ok) return { kind: "noAmount", reason: amount.reason, token: share };
  if (amount.amount > held) {
    return { kind: "overBalance", by: amount.amount - held, balance: held, token: share };
  }
  return attempt.coins.balance === 0n ? feeObstacle(attempt.coins, 0n) : null;
}
