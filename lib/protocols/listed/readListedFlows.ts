import type { ChainSource } from "@/lib/chain/ChainSource";
import { chainFailure } from "@/lib/chain/chainFailure";
import type { BallastError } from "@/lib/errors/BallastError";
import type { Address } from "@/lib/vault/Token";
import type { YieldFlow } from "@/lib/vault/YieldFlow";
import { type ListedEntry, listedEntries } from "./listedEntries";
import { LISTED_PROTOCOL } from "./listedProtocols";

/** An account's flows through an entry of the registry, or why its logs could not be read. */
export type ListedFlows = { readonly entry: ListedEntry } & (
  | { readonly ok: true; readonly flows: readonly YieldFlow[] }
  | { readonly ok: false; readonly failure: BallastError }
);

/**
 * What an account moved through the contracts of other protocols, from the deployment's first block to `toBlock`. What was before
 * is not told. Each entry is read by itself; none of them makes it throw.
 */
export async function readListedFlows(
  { deployment, client }: ChainSource,
  account: Address,
  toBlock: bigint,
): Promise<readonly ListedFlows[]> {
  const fromBlock = BigInt(deployment.startBlock);
  return Promise.all(
    listedEntries(deployment.registry.vaults).map(async (entry): Promise<ListedFlows> => {
      try {
        const reading = { client, entry, account, fromBlock, toBlock };
        return { entry, ok: true, flows: await LISTED_PROTOCOL[entry.protocol].readFlows(reading) };
      } catch (cause) {
        return { entry, ok: false, failure: chainFailure(cause) };
      }
    }),
  );
}
