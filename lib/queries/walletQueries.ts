import { queryOptions, skipToken } from "@tanstack/react-query";
import type { WalletClient } from "@/lib/chain/WalletClient";
import type { Address } from "@/lib/vault/Token";
import type { Entity } from "./refreshedPerBlock";

/** A connected wallet, by its name for itself, the account it shows, and the chain that is meant. */
export type AskedWallet = { readonly name: string; readonly account: Address; readonly chainId: number };

/** An account becomes a smart one by its owner's act in the wallet. What is said before a review may be this old: every plan asks anew. */
const PROMISE_STALE_MILLISECONDS = 60_000;

/** What the connected wallet says about itself. */
export const walletQueries = {
  /** Whether it promises to carry out several calls together or not at all, on this chain. Skipped until there is a wallet to ask. */
  batches: (asked: AskedWallet | null, wallet: () => Promise<WalletClient>) =>
    queryOptions({
      queryKey: [
        "batches" satisfies Entity,
        asked && { ...asked, account: asked.account.toLowerCase() as Address },
      ] as const,
      queryFn:
        asked === null
          ? skipToken
          : async () => {
              const { sendsBatches } = await import("@/lib/chain/batch/sendsBatches");
              return sendsBatches(wallet, asked);
            },
      staleTime: PROMISE_STALE_MILLISECONDS,
      // Its owner comes back from the wallet's own window.
      refetchOnWindowFocus: true,
    }),
};
