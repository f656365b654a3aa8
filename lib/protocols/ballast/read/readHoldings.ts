import type { ChainSource } from "@/lib/chain/ChainSource";
import { readCoinBalance } from "@/lib/chain/readCoinBalance";
import type { Position } from "@/lib/vault/Position";
import type { Address } from "@/lib/vault/Token";
import { readPositions } from "./readPositions";

/** What an address has: the chain's coins in wei, and its positions, empty ones too, in the deployment's order. */
export type Holdings = { readonly account: Address; readonly wei: bigint; readonly positions: readonly Position[] };

/** What several addresses have, in their order, all at the newest block and in one multicall. */
export async function readHoldings(source: ChainSource, accounts: readonly Address[]): Promise<readonly Holdings[]> {
  return Promise.all(
    accounts.map(async (account) => {
      const [wei, positions] = await Promise.all([readCoinBalance(source, account), readPositions(source, account)]);
      return { account, wei, positions };
    }),
  );
}
