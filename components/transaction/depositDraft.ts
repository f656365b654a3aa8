import type { DepositAttempt } from "@/lib/transaction/depositObstacle";
import type { Intent } from "@/lib/transaction/Intent";
import { maxSpendable } from "@/lib/transaction/maxSpendable";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Position } from "@/lib/vault/Position";
import type { Token } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import type { Surroundings } from "./useSurroundings";

/** What a person has entered for a deposit; kept as typed. */
export type DepositDraft = {
  readonly text: string;
  /** Paid in the vault's asset, or in the chain's coin that the asset wraps. */
  readonly payWith: "asset" | "coin";
  readonly allow: "permit" | "approve";
};

/** An empty deposit form. */
export const EMPTY_DEPOSIT: DepositDraft = { text: "", payWith: "asset", allow: "permit" };

type Facts = {
  readonly vault: Vault;
  readonly position: Position | null;
  readonly surroundings: Surroundings;
  readonly now: UnixSeconds;
};

/** The draft as an attempt that lib/transaction can judge. */
export function depositAttempt(draft: DepositDraft, { vault, position, surroundings, now }: Facts): DepositAttempt {
  const isPaidInCoin = draft.payWith === "coin";
  const amount = parseTokenAmount(draft.text, vault.asset.decimals);
  const balance = isPaidInCoin ? surroundings.coins.balance : (position?.walletAssets ?? 0n);
  return {
    wallet: surroundings.wallet,
    amount,
    token: paidWith(draft, vault),
    spendable: maxSpendable({ balance, isCoin: isPaidInCoin, gasReserve: surroundings.coins.reserve }),
    parts: [{ vault, assets: amount.ok ? amount.amount : tokenAmount(0n) }],
    isPaidInCoin,
    coins: surroundings.coins,
    now,
  };
}

/** The token that the amount is in: the asset, or the coin under its own name. */
function paidWith({ payWith }: DepositDraft, { asset }: Vault): Token {
  return payWith === "coin" ? { ...asset, symbol: "ETH" } : asset;
}

/** The intent of a deposit into one vault. */
export function depositIntent(vault: Vault, assets: TokenAmount, draft: DepositDraft): Intent {
  return {
    kind: "deposit",
    parts: [{ vault: { address: vault.address, name: vault.name }, assets }],
    asset: vault.asset,
    assets,
    isPaidInCoin: draft.payWith === "coin",
    storesAllocation: false,
    prefersApproval: draft.allow === "approve",
  };
}
