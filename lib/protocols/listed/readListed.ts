import type { ChainSource } from "@/lib/chain/ChainSource";
import { chainFailure } from "@/lib/chain/chainFailure";
import { readerAt } from "@/lib/chain/readerAt";
import type { BallastError } from "@/lib/errors/BallastError";
import type { Address } from "@/lib/vault/Token";
import type { ListedAnswer } from "./ListedReading";
import { type ListedEntry, listedEntries } from "./listedEntries";
import { LISTED_PROTOCOL } from "./listedProtocols";

/** What an entry came to, or why it could not be read. */
export type ListedOutcome = { readonly entry: ListedEntry } & (
  | { readonly ok: true; readonly answer: ListedAnswer }
  | { readonly ok: false; readonly failure: BallastError }
);

/**
 * Reads every entry of other protocols on the source's chain, at the block of the turn in which it is asked: the page's own. Each
 * is read by itself, so that one that fails, for whatever reason, is told and takes nothing with it. `account`: whose positions
 * and loans are wanted; null for nobody's. Throws only where the block itself cannot be read.
 */
export async function readListed(source: ChainSource, account: Address | null): Promise<readonly ListedOutcome[]> {
  const { deployment, client, reader } = source;
  const entries = listedEntries(deployment.registry.vaults);
  if (entries.length === 0) return [];
  const { block } = await reader.read({});
  const { chainId } = deployment;
  return Promise.all(
    entries.map(async (entry): Promise<ListedOutcome> => {
      const reading = { chainId, entry, block, account, reader: readerAt(client, block.number) };
      try {
        return { entry, ok: true, answer: await LISTED_PROTOCOL[entry.protocol].read(reading) };
      } catch (cause) {
        return { entry, ok: false, failure: chainFailure(cause) };
      }
    }),
  );
}
