import type { VaultHolding } from "@/lib/risk/vaultHolding";
import type { OtherHoldings } from "./otherHoldings";
import type { WalletView } from "./walletView";

/** What a portfolio says of itself that may be missing from its figures. */
export type Incomplete = {
  readonly holdings: readonly Pick<VaultHolding, "isUnpriced" | "vault">[];
  readonly others: Pick<OtherHoldings, "unpriced" | "failures">;
  readonly wallet: Pick<WalletView, "tokens" | "unpriced" | "unread" | "isCounted" | "failure">;
  /** Chains of which nothing is known; none where the figures are not of all chains. */
  readonly leftOut?: readonly string[];
};

/**
 * Names of what is known to be held or owed, or was not read, and is in no figure; each once. Where there is any, the figures are of less than what is there, and no
 * limit is held against them. Plain tokens of the wallet only where they count.
 */
export function missingHoldings({ holdings, others, wallet, leftOut = [] }: Incomplete): readonly string[] {
  return [
    ...new Set([
      ...holdings.flatMap(({ isUnpriced, vault }) => (isUnpriced ? [vault.name] : [])),
      ...others.unpriced,
      ...others.failures.map(({ name }) => name),
      ...missingInWallet(wallet),
      ...leftOut.map((chain) => `everything on ${chain}`),
    ]),
  ];
}

/** Something that counts is in no figure: no limit can be judged. */
export function isIncomplete(portfolio: Incomplete): boolean {
  return missingHoldings(portfolio).length > 0;
}

/** Names of what is held and counts, but has no price. */
export function unpricedNames({ others, wallet }: Pick<Incomplete, "others" | "wallet">): readonly string[] {
  return [...new Set([...others.unpriced, ...unpricedInWallet(wallet)])];
}

function missingInWallet(wallet: Incomplete["wallet"]): readonly string[] {
  return [
    ...unpricedInWallet(wallet),
    ...(wallet.isCounted ? wallet.unread : []),
    ...(wallet.failure === null ? [] : ["a part of the wallet"]),
  ];
}

function unpricedInWallet({ tokens, unpriced, isCounted }: Incomplete["wallet"]): readonly string[] {
  if (isCounted) return unpriced;
  const plain = new Set(tokens.flatMap(({ part, symbol }) => (part === null ? [symbol] : [])));
  return unpriced.filter((name) => !plain.has(name));
}
