import type { ParsedAmount } from "@/lib/units/parseTokenAmount";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";
import { type FeeCoins, feeObstacle, type Obstacle, type WalletState, walletObstacle } from "./Obstacle";

/** A deposit into or a withdrawal from a vault of another protocol, as it stands in the form. */
export type AttemptAtOnce = {
  readonly wallet: WalletState;
  readonly vault: YieldVault;
  /** What the account has there; undefined until it is read. */
  readonly position: YieldPosition | undefined;
  /** In the asset. */
  readonly amount: ParsedAmount;
  readonly coins: FeeCoins;
};

/** The first thing in the way of a deposit, or null: the wallet, the vault, then the amount. */
export function depositAtOnceObstacle({ wallet, vault, position, amount, coins }: AttemptAtOnce): Obstacle | null {
  const walletFault = walletObstacle(wallet, vault.chainId);
  if (walletFault !== null) return walletFault;
  const { asset: token, name: vaultName } = vault;
  if (vault.sharePrice <= 0n) return { kind: "deadVault", vaultName };
  if (!vault.isEnterable) return { kind: "notEnterable", vaultName };
  if (!amount.ok) return { kind: "noAmount", reason: amount.reason, token };
  const balance = position?.walletAssets ?? 0n;
  if (amount.amount > balance) return { kind: "overBalance", by: amount.amount - balance, balance, token };
  const room = position?.maxDeposit ?? 0n;
  if (amount.amount > room) return { kind: "overCap", by: amount.amount - room, room, token, vaultName };
  return feeObstacle(coins, 0n);
}

/** The first thing in the way of a withdrawal, or null. `isPledged`: what cannot be taken out secures a debt. */
export function redeemAtOnceObstacle(
  { wallet, vault, position, amount, coins }: AttemptAtOnce,
  isPledged: boolean,
): Obstacle | null {
  const walletFault = walletObstacle(wallet, vault.chainId);
  if (walletFault !== null) return walletFault;
  const { asset: token, name: vaultName } = vault;
  if (position === undefined || position.shares === 0n) return { kind: "nothingHeld", vaultName };
  const { maxWithdraw: most, assets: balance } = position;
  if (most === 0n) return { kind: "overPayable", most, token, vaultName, isPledged };
  if (!amount.ok) return { kind: "noAmount", reason: amount.reason, token };
  if (amount.amount > balance) return { kind: "overBalance", by: amount.amount - balance, balance, token };
  if (amount.amount > most) return { kind: "overPayable", most, token, vaultName, isPledged };
  return coins.balance === 0n ? feeObstacle(coins, 0n) : null;
}
