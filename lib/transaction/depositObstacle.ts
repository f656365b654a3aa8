import type { ParsedAmount } from "@/lib/units/parseTokenAmount";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { depositCapacity } from "@/lib/vault/depositCapacity";
import type { Token } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { type FeeCoins, feeObstacle, type Obstacle, type WalletState, walletObstacle } from "./Obstacle";

/** A deposit as it stands in the form. */
export type DepositAttempt = {
  readonly wallet: WalletState;
  /** What the field holds: the whole amount, before any split. */
  readonly amount: ParsedAmount;
  /** What is paid with: the asset, or the coin under the coin's name. */
  readonly token: Token;
  /** Its balance, for the coin less the fee reserve (`maxSpendable`). */
  readonly spendable: TokenAmount;
  /** The vaults and the weights' parts of the amount, which are ignored while there is no amount. */
  readonly parts: readonly { readonly vault: Vault; readonly assets: TokenAmount }[];
  readonly isPaidInCoin: boolean;
  readonly coins: FeeCoins;
  /** Chain time. */
  readonly now: UnixSeconds;
};

/** The first thing that is in the way of a deposit, or null: the wallet, then the vaults, then the amount. */
export function depositObstacle(attempt: DepositAttempt): Obstacle | null {
  const chainId = attempt.parts[0]?.vault.chainId;
  const wallet = chainId === undefined ? null : walletObstacle(attempt.wallet, chainId);
  if (wallet !== null) return wallet;
  for (const { vault } of attempt.parts) {
    const closed = closedVault(vault, attempt.now);
    if (closed !== null) return closed;
  }
  const { amount, token, spendable } = attempt;
  if (!amount.ok) return { kind: "noAmount", reason: amount.reason, token };
  if (amount.amount > spendable) {
    return { kind: "overBalance", by: amount.amount - spendable, balance: spendable, token };
  }
  return partObstacle(attempt) ?? feeObstacle(attempt.coins, attempt.isPaidInCoin ? amount.amount : 0n);
}

/** Why a vault takes no deposit at all. Its oracle's own bound says when a price is too old to be one. */
function closedVault(vault: Vault, now: UnixSeconds): Obstacle | null {
  const vaultName = vault.name;
  if (vault.sharePrice === 0n) return { kind: "deadVault", vaultName };
  if (vault.isDepositPaused) return { kind: "depositsPaused", vaultName };
  const ageSeconds = now - vault.spot.updatedAt;
  if (ageSeconds <= BigInt(vault.spot.maxAgeSeconds)) return null;
  return { kind: "stalePrice", updatedAt: vault.spot.updatedAt, ageSeconds };
}

function partObstacle({ parts, token }: DepositAttempt): Obstacle | null {
  for (const { vault, assets } of parts) {
    const minimum = vault.terms.minRequest;
    if (assets < minimum) return { kind: "belowMinimum", minimum, token, vaultName: vault.name };
    const { room } = depositCapacity(vault);
    if (assets > room) return { kind: "overCap", by: assets - room, room, token, vaultName: vault.name };
  }
  return null;
}
