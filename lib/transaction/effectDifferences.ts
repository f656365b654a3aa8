import { weightsOfSplit } from "@/lib/vault/splitByWeights";
import type { Address, Token } from "@/lib/vault/Token";
import { isSameAddress } from "./checkCall";
import { compareSimulation, namedMovement } from "./compareSimulation";
import type { Intent, VaultName } from "./Intent";
import { type Holding, NATIVE_COIN } from "./Movement";
import type { SignedDifference } from "./signedDifferences";
import type { TransactionPlan } from "./TransactionPlan";
import type { MovementDifference } from "./Violation";

/** What somebody may do with what is the account's, as the logs of a transaction grant it. */
export type Granted =
  | { readonly kind: "allowance"; readonly token: Address; readonly spender: Address; readonly amount: bigint }
  | { readonly kind: "operator"; readonly contract: Address; readonly operator: Address };

/** What nobody may do any more: what a transaction took back of it, whether or not there was anything left to take back. */
export type TakenBack =
  | { readonly kind: "allowance"; readonly token: Address; readonly spender: Address }
  | { readonly kind: "operator"; readonly contract: Address; readonly operator: Address };

/** A request that a vault booked in the account's name: of assets to come in, or of shares to go out. */
export type BookedRequest = {
  readonly kind: "deposit" | "redeem";
  readonly vault: Address;
  readonly amount: bigint;
};

/** A request of the account that a vault settled: what it came to went to the receiver; null where it was only cancelled. */
export type SettledRequest = { readonly vault: Address; readonly receiver: Address | null };

/** Weights that the router stored for the account's next deposits of an asset. */
export type StoredSplit = {
  readonly asset: Address;
  readonly parts: readonly { readonly vault: Address; readonly weight: bigint }[];
};

/** What the transactions of a batch did on the chain, as far as it concerns the account. */
export type Effects = {
  readonly movements: readonly { readonly account: Address; readonly token: Holding; readonly delta: bigint }[];
  /** Allowances as the transaction left them, operators that it made. */
  readonly granted: readonly Granted[];
  readonly takenBack: readonly TakenBack[];
  readonly requests: readonly BookedRequest[];
  readonly settled: readonly SettledRequest[];
  /** In the order of the logs: the last one of an asset counts. */
  readonly stored: readonly StoredSplit[];
  /** Wei that left the account beyond the network fee; null where nobody can tell. */
  readonly coinsSpent: bigint | null;
  /** The account took on other code (EIP-7702). */
  readonly isDelegated: boolean;
  /** Did all happen in one transaction, by the wallet's own word and by how many it names? */
  readonly isAtomic: boolean;
};

/** One thing that happened otherwise than shown. */
export type EffectDifference =
  | { readonly field: "moved"; readonly difference: MovementDifference }
  | {
      readonly field: "request";
      readonly vault: VaultName;
      readonly token: Token;
      readonly shown: bigint;
      readonly found: bigint;
    }
  | { readonly field: "settled"; readonly vault: Address; readonly receiver: Address | null }
  | { readonly field: "split"; readonly asset: Address; readonly isStored: boolean }
  | { readonly field: "allowance"; readonly token: Address; readonly spender: Address }
  | { readonly field: "operator"; readonly contract: Address; readonly operator: Address }
  | { readonly field: "allowanceKept"; readonly token: Address; readonly spender: Address }
  | { readonly field: "operatorKept"; readonly contract: Address; readonly operator: Address }
  | { readonly field: "atomic" };

/** Whatever tells what was sent from what was shown. */
export type SentDifference = SignedDifference | EffectDifference;

const COIN = { token: NATIVE_COIN, symbol: "ETH", decimals: 18 } as const;

/**
 * Holds what a batch did against what its review showed: a wallet may wrap the calls as it likes, so target and bytes of
 * its transaction say nothing, and the effects are compared instead. Empty when they are what was shown.
 */
export function effectDifferences(plan: TransactionPlan, effects: Effects): readonly SentDifference[] {
  const { account, expectedMovements } = plan;
  const moved = effects.movements.map((movement) => namedMovement(movement, expectedMovements));
  const logged = expectedMovements.filter(({ token }) => token !== NATIVE_COIN);
  const compared = compareSimulation(logged, moved, account);
  return [
    ...(compared.ok ? [] : compared.differences.map((difference) => ({ field: "moved", difference }) as const)),
    ...coinDifferences(plan, effects.coinsSpent),
    ...requestDifferences(plan.intent, effects.requests),
    ...effects.settled
      .filter((one) => !isShownSettled(plan, one))
      .map((one) => ({ field: "settled", ...one }) as const),
    ...splitDifferences(plan.intent, effects.stored),
    ...effects.granted.flatMap((one) => grantDifference(one, plan)),
    ...keptDifferences(plan.intent, effects.takenBack),
    ...(effects.isDelegated ? [{ field: "authorisations", shown: "0", signed: "1" } as const] : []),
    ...(effects.isAtomic ? [] : [{ field: "atomic" } as const]),
  ];
}

/**
 * No log tells that coins left, so they are held against what was promised by themselves. Fewer than promised is no
 * difference: others may have come in meanwhile, and whether the promised ones arrived is seen where they went.
 */
function coinDifferences(
  { account, expectedMovements }: TransactionPlan,
  spent: bigint | null,
): readonly EffectDifference[] {
  const own = expectedMovements.filter((one) => one.token === NATIVE_COIN && isSameAddress(one.account, account));
  const expected = own.reduce((sum, { delta }) => sum + delta, 0n);
  if (spent === null || spent <= -expected) return [];
  return [{ field: "moved", difference: { account, ...COIN, expected, simulated: -spent } }];
}

/** Nothing of the account's has changed. */
export function isWithoutEffect(plan: TransactionPlan, effects: Effects): boolean {
  const { movements, requests, settled, stored, granted, takenBack, coinsSpent, isDelegated } = effects;
  const isOwn = movements.some(({ account }) => isSameAddress(account, plan.account));
  const found = [requests, settled, stored, granted, takenBack];
  return !isOwn && found.every(({ length }) => length === 0) && (coinsSpent ?? 0n) <= 0n && !isDelegated;
}

type Part = { readonly vault: VaultName; readonly token: Token; readonly amount: bigint };

function partsOf(intent: Intent): readonly Part[] {
  if (intent.kind === "deposit") {
    return intent.parts.map(({ vault, assets }) => ({ vault, token: intent.asset, amount: assets }));
  }
  if (intent.kind !== "redeem") return [];
  return intent.parts.map(({ vault, share, shares }) => ({ vault, token: share, amount: shares }));
}

/** Each part of the intent must stand in its vault's books, in the account's name. */
function requestDifferences(intent: Intent, booked: readonly BookedRequest[]): readonly EffectDifference[] {
  return partsOf(intent).flatMap(({ vault, token, amount: shown }): readonly EffectDifference[] => {
    const own = booked.filter(
      ({ kind, ...request }) => kind === intent.kind && isSameAddress(request.vault, vault.address),
    );
    const found = own.reduce((sum, { amount }) => sum + amount, 0n);
    return found === shown ? [] : [{ field: "request", vault, token, shown, found }];
  });
}

/** A claim or a refund settles one request of its vault, and to the account; only a cancellation leaves a request without a receiver. */
function isShownSettled({ account, intent }: TransactionPlan, { vault, receiver }: SettledRequest): boolean {
  const isOwn = receiver !== null && isSameAddress(receiver, account);
  switch (intent.kind) {
    case "claimShares":
    case "claimAssets":
    case "refundShares":
    case "refundAssets":
      return isOwn && isSameAddress(vault, intent.vault.address);
    case "cancelDeposit":
    case "cancelRedeem":
      return (isOwn || receiver === null) && isSameAddress(vault, intent.vault.address);
    default:
      return false;
  }
}

/** Nothing stores a split but a deposit that says so, and the split itself; and each only its own. */
function splitDifferences(intent: Intent, stored: readonly StoredSplit[]): readonly EffectDifference[] {
  const shown = shownSplit(intent);
  const last = new Map(stored.map((split) => [split.asset.toLowerCase(), split]));
  const others = [...last.values()].filter((split) => !isSameSplit(split, shown));
  const isMissing = shown !== null && !last.has(shown.asset.toLowerCase());
  return [
    ...others.map(({ asset }) => ({ field: "split", asset, isStored: true }) as const),
    ...(isMissing ? [{ field: "split", asset: shown.asset, isStored: false } as const] : []),
  ];
}

function shownSplit(intent: Intent): StoredSplit | null {
  if (intent.kind === "setAllocation") {
    const parts = intent.parts.map(({ vault, weight }) => ({ vault: vault.address, weight: BigInt(weight) }));
    return { asset: intent.asset.address, parts };
  }
  if (intent.kind !== "deposit" || !intent.storesAllocation) return null;
  const weights = weightsOfSplit(intent.parts.map(({ assets }) => assets));
  const parts = intent.parts.map(({ vault }, index) => ({ vault: vault.address, weight: weights?.[index] ?? 0n }));
  return { asset: intent.asset.address, parts };
}

function isSameSplit(found: StoredSplit, shown: StoredSplit | null): boolean {
  return (
    shown !== null &&
    isSameAddress(found.asset, shown.asset) &&
    found.parts.length === shown.parts.length &&
    found.parts.every(({ vault, weight }, index) => {
      const part = shown.parts[index];
      return part !== undefined && isSameAddress(vault, part.vault) && weight === part.weight;
    })
  );
}

/** What was shown leaves no allowance and makes nobody an operator. */
function grantDifference(granted: Granted, { allowanceLeft }: TransactionPlan): readonly EffectDifference[] {
  if (granted.kind === "operator") {
    return [{ field: "operator", contract: granted.contract, operator: granted.operator }];
  }
  const { token, spender, amount } = granted;
  const left = allowanceLeft.find(
    (one) => isSameAddress(one.token.address, token) && isSameAddress(one.spender, spender),
  );
  return amount <= (left?.amount ?? 0n) ? [] : [{ field: "allowance", token, spender }];
}

/** A right that was to be taken back, and was not. */
function keptDifferences(intent: Intent, takenBack: readonly TakenBack[]): readonly EffectDifference[] {
  if (intent.kind === "revokeAllowance") {
    const { spender } = intent;
    const token = intent.token.address;
    const isTaken = takenBack.some(
      (one) => one.kind === "allowance" && isSameAddress(one.token, token) && isSameAddress(one.spender, spender),
    );
    return isTaken ? [] : [{ field: "allowanceKept", token, spender }];
  }
  if (intent.kind !== "revokeOperator") return [];
  const { operator } = intent;
  const contract = intent.vault.address;
  const isTaken = takenBack.some(
    (one) => one.kind === "operator" && isSameAddress(one.contract, contract) && isSameAddress(one.operator, operator),
  );
  return isTaken ? [] : [{ field: "operatorKept", contract, operator }];
}
