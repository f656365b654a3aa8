import type { OwnOptions, WalletTokens } from "@/lib/vault/WalletHoldings";

/** What addresses hold themselves; what could not be read is told and takes nothing with it. */
export type WalletReadings = {
  readonly wallets: readonly WalletTokens[];
  readonly owned: readonly OwnOptions[];
  readonly failure: Error | null;
};

type Answer<Value> = { readonly data: Value | undefined; readonly error: Error | null };

/** Joins the answers of all addresses; undefined until each has been answered or has failed. A failed read keeps its last answer. */
export function walletReadings(
  tokens: readonly Answer<WalletTokens>[],
  options: readonly Answer<OwnOptions>[],
): WalletReadings | undefined {
  const all: readonly Answer<unknown>[] = [...tokens, ...options];
  if (all.some(({ data, error }) => data === undefined && error === null)) return undefined;
  return {
    wallets: tokens.flatMap(({ data }) => data ?? []),
    owned: options.flatMap(({ data }) => data ?? []),
    failure: all.find(({ data }) => data === undefined)?.error ?? null,
  };
}
