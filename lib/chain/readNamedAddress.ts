import { getEnsAddress } from "viem/actions";
import { normalize } from "viem/ens";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";

/** An address by its ENS name; or that the chain has no such names, that the text is none, or that the name leads nowhere. */
export type NamedAddress =
  | { readonly ok: true; readonly address: `0x${string}` }
  | { readonly ok: false; readonly reason: "noNames" | "malformed" | "notFound" };

/** ENS's universal resolver, at the same address on both chains. Source: docs.ens.domains, deployments. */
const UNIVERSAL_RESOLVER = "0xeeeeeeee14d718c2b47d9923deab1335e144eeee";
const CHAINS_WITH_NAMES: readonly number[] = [1, 11_155_111];

/**
 * Looks a name up on the chain itself, as one node has it: good for looking at an address, not for paying to it. Names that live off the chain
 * are not followed there: their gateway would be another origin. Throws where the node fails.
 */
export async function readNamedAddress(client: ChainClient, name: string): Promise<NamedAddress> {
  if (!CHAINS_WITH_NAMES.includes(client.chain.id)) return { ok: false, reason: "noNames" };
  const normalised = normalisedName(name);
  if (normalised === null) return { ok: false, reason: "malformed" };
  const onChain = { ...client, ccipRead: false as const };
  const address = await getEnsAddress(onChain, {
    name: normalised,
    universalResolverAddress: UNIVERSAL_RESOLVER,
  }).catch((cause: unknown) => {
    throw chainFailure(cause);
  });
  return address === null ? { ok: false, reason: "notFound" } : { ok: true, address };
}

/** ENSIP-15: one form for each name, and none for what only looks like one. */
function normalisedName(name: string): string | null {
  try {
    return normalize(name.trim());
  } catch {
    return null;
  }
}
