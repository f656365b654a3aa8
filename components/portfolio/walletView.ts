import { cents } from "@/lib/risk/holdingParts";
import { NO_WALLET, type WalletHolding } from "@/lib/risk/wallet/walletHolding";
import type { YieldPart } from "@/lib/risk/yieldParts";

/** What addresses hold themselves, as the page takes it. Options always count; plain tokens only where the reader says so. */
export type WalletView = WalletHolding & {
  readonly isCounted: boolean;
  /** What is in the book. */
  readonly counted: readonly YieldPart[];
  readonly countedUsd: number;
  /** Why something could not be read; null when all was. */
  readonly failure: Error | null;
};

/** Wallets of several chains as one. */
export function joinedWallets(chains: readonly WalletHolding[]): WalletHolding {
  const [first = NO_WALLET, ...others] = chains;
  return others.reduce(
    (all, one) => ({
      tokens: [...all.tokens, ...one.tokens],
      options: [...all.options, ...one.options],
      cash: [...all.cash, ...one.cash],
      tokenParts: [...all.tokenParts, ...one.tokenParts],
      optionParts: [...all.optionParts, ...one.optionParts],
      tokensUsd: cents(all.tokensUsd + one.tokensUsd),
      optionsUsd: cents(all.optionsUsd + one.optionsUsd),
      unpriced: [...new Set([...all.unpriced, ...one.unpriced])],
      unread: [...new Set([...all.unread, ...one.unread])],
      leftOut: all.leftOut + one.leftOut,
      exits: new Map([...all.exits, ...one.exits]),
    }),
    first,
  );
}

/** Chooses what counts. */
export function walletView(
  holding: WalletHolding,
  { isCounted, failure }: Pick<WalletView, "isCounted" | "failure">,
): WalletView {
  const { tokenParts, optionParts, tokensUsd, optionsUsd } = holding;
  return {
    ...holding,
    ...{ isCounted, failure },
    counted: isCounted ? [...optionParts, ...tokenParts] : optionParts,
    countedUsd: cents(optionsUsd + (isCounted ? tokensUsd : 0)),
  };
}

/** A wallet in which nothing is. */
export const EMPTY_WALLET = walletView(NO_WALLET, { isCounted: false, failure: null });
