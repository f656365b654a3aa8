import type { Bps } from "@/lib/units/Bps";
import type { Shares } from "@/lib/units/Shares";
import type { TokenAmount } from "@/lib/units/TokenAmount";
import type { Address, Token } from "@/lib/vault/Token";
import type { YieldProtocol } from "@/lib/vault/YieldVault";

/** A vault as an intent names it: enough for a sentence without another read. */
export type VaultName = { readonly address: Address; readonly name: string };

/** A vault of another protocol as an intent names it: with the contract that is called. */
export type YieldVaultName = VaultName & { readonly protocol: YieldProtocol; readonly entrance: Address };

/** A vault and what of the asset goes there. */
export type DepositPart = { readonly vault: VaultName; readonly assets: TokenAmount };

/** A vault, its share token, and how many shares. */
export type SharesPart = { readonly vault: VaultName; readonly share: Token; readonly shares: Shares };

/** A vault and its weight in a stored allocation. */
export type WeightPart = { readonly vault: VaultName; readonly weight: Bps };

/**
 * A way that the wallet would not go, so that the intent goes another. `batch`: it does not send several calls as one, and
 * why, as far as it said; `permit`: it signs no typed data.
 */
export type Refusal = { readonly kind: "batch"; readonly why: BatchRefusal } | { readonly kind: "permit" };

/** Why a wallet sends no batch: it was not to become a smart account, not on this chain, not all or nothing, or it did not say. */
export type BatchRefusal = "upgrade" | "chain" | "atomicity" | "unsupported";

/** What a person wants, as plain values. lib/format puts it into words; lib/protocols turns it into calls. */
export type Intent =
  | {
      readonly kind: "deposit";
      /** One part, or several vaults of one asset in one transaction. */
      readonly parts: readonly DepositPart[];
      readonly asset: Token;
      /** Sum of the parts. */
      readonly assets: TokenAmount;
      /** Paid in the chain's coin, wrapped on the way. */
      readonly isPaidInCoin: boolean;
      /** Keep these weights as the stored allocation. */
      readonly storesAllocation: boolean;
      /** Approve by a transaction although the token takes a permit: for wallets that cannot sign one. */
      readonly prefersApproval?: boolean;
      readonly refusals?: readonly Refusal[];
    }
  | {
      readonly kind: "redeem";
      readonly parts: readonly SharesPart[];
      readonly prefersApproval?: boolean;
      readonly refusals?: readonly Refusal[];
    }
  | {
      readonly kind: "cancelDeposit";
      readonly vault: VaultName;
      readonly asset: Token;
      /** Pending and refundable together: one call pays out both. */
      readonly assets: TokenAmount;
    }
  | { readonly kind: "cancelRedeem"; readonly vault: VaultName; readonly share: Token; readonly shares: Shares }
  | { readonly kind: "claimShares"; readonly vault: VaultName; readonly share: Token; readonly shares: Shares }
  | {
      readonly kind: "claimAssets";
      readonly vault: VaultName;
      readonly asset: Token;
      readonly shares: Shares;
      readonly assets: TokenAmount;
    }
  | { readonly kind: "refundAssets"; readonly vault: VaultName; readonly asset: Token; readonly assets: TokenAmount }
  | { readonly kind: "refundShares"; readonly vault: VaultName; readonly share: Token; readonly shares: Shares }
  | {
      readonly kind: "setAllocation";
      readonly asset: Token;
      /** Empty: forget the stored allocation. */
      readonly parts: readonly WeightPart[];
    }
  | {
      readonly kind: "depositAtOnce";
      /** A vault of another protocol, by its share token; see YieldVault. */
      readonly vault: YieldVaultName;
      readonly asset: Token;
      readonly assets: TokenAmount;
      readonly share: Token;
      /** What is shown to come back. */
      readonly shares: Shares;
      readonly prefersApproval?: boolean;
      readonly refusals?: readonly Refusal[];
    }
  | {
      readonly kind: "redeemAtOnce";
      readonly vault: YieldVaultName;
      readonly asset: Token;
      /** What the shares pay now. */
      readonly assets: TokenAmount;
      readonly share: Token;
      readonly shares: Shares;
      /** Everything the account has there, also what it earns until then. */
      readonly isAll: boolean;
    }
  | {
      readonly kind: "revokeAllowance";
      readonly token: Token;
      readonly spender: Address;
      /** What the spender is called here; null when nobody here knows it. */
      readonly spenderName: string | null;
    }
  | {
      readonly kind: "revokeOperator";
      readonly vault: VaultName;
      readonly operator: Address;
      /** What the operator is called here; null when nobody here knows it. */
      readonly operatorName: string | null;
    }
  /** Something that anybody may do for all depositors: end an epoch that is over, or carry out requests at rest. */
  | { readonly kind: "endEpoch"; readonly vault: VaultName; readonly by: "settleEpoch" | "closeEmptyEpoch" };

/** What the wallet would not do for this intent so far. */
export function refusalsOf(intent: Intent): readonly Refusal[] {
  return ("refusals" in intent ? intent.refusals : undefined) ?? [];
}

/** The same intent, without the way that was refused; one that spends no token through the router has no other way. */
export function withRefusal<Any extends Intent>(intent: Any, refusal: Refusal): Any {
  if (intent.kind !== "deposit" && intent.kind !== "redeem" && intent.kind !== "depositAtOnce") return intent;
  return { ...intent, refusals: [...refusalsOf(intent), refusal] };
}

/** Intents that take a standing right away, and do nothing else. */
export type Revocation = Extract<Intent, { readonly kind: "revokeAllowance" | "revokeOperator" }>;

/** Does the intent take a standing right away? */
export function isRevocation(intent: Intent): intent is Revocation {
  return intent.kind === "revokeAllowance" || intent.kind === "revokeOperator";
}

/** Intents for vaults of other protocols, where everything happens at once. */
export type IntentAtOnce = Extract<Intent, { readonly kind: "depositAtOnce" | "redeemAtOnce" }>;

/** Intents for our own vaults and for rights. */
export type OwnIntent = Exclude<Intent, IntentAtOnce>;

/** Is the intent for a vault of another protocol? */
export function isAtOnce(intent: Intent): intent is IntentAtOnce {
  return intent.kind === "depositAtOnce" || intent.kind === "redeemAtOnce";
}
/** The intent to end an epoch for everybody. */
export type Ending = Extract<Intent, { readonly kind: "endEpoch" }>;

/** True when two intents ask for the same, whatever the order in which their fields were written. */
export function isSameIntent(a: Intent, b: Intent): boolean {
  return isSameValue(a, b);
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const entries = Object.entries(a);
  const other = new Map(Object.entries(b));
  return entries.length === other.size && entries.every(([name, value]) => isSameValue(value, other.get(name)));
}
