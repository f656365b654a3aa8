import "server-only";
import { cache } from "react";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { type ListedOutcome, readListed } from "@/lib/protocols/listed/readListed";
import type { Address } from "@/lib/vault/Token";
import { chainSourceOf } from "./serverSource";
import { within } from "./within";

/** The page is sent after this long; the browser then asks the nodes itself. */
const PATIENCE_MILLISECONDS = 3_000;

/** An address that may be a vault of another protocol, and its name where it could be read. */
export type FoundYieldVault =
  | { readonly isFound: false }
  | { readonly isFound: true; readonly address: Address; readonly name: string | undefined };

/** Everybody's vaults of other protocols on a chain; null where it does not answer in time. One read a request. */
const listedNow = cache(
  async (source: ChainSource): Promise<readonly ListedOutcome[] | null> =>
    within(PATIENCE_MILLISECONDS, readListed(source, null)),
);

/**
 * Is the address a share token that the registry's entries lead to? Where an entry could not be read nobody knows yet: the browser
 * is to ask again, and says what it meets.
 */
export async function findYieldVault(chain: string, address: Address): Promise<FoundYieldVault> {
  const source = await chainSourceOf(chain);
  if (source === null) return { isFound: false };
  const outcomes = await listedNow(source);
  const unknown = { isFound: true, address, name: undefined } as const;
  if (outcomes === null) return unknown;
  const vaults = outcomes.flatMap((outcome) => (outcome.ok ? outcome.answer.vaults : []));
  const found = vaults.find((vault) => vault.address.toLowerCase() === address.toLowerCase());
  if (found) return { isFound: true, address, name: found.name };
  return outcomes.every(({ ok }) => ok) ? { isFound: false } : unknown;
}
