import type { ChainSource } from "@/lib/chain/ChainSource";
import type { QuorumSource } from "@/lib/chain/quorum/quorumSource";
import { readCodeHashes } from "@/lib/chain/readCodeHashes";
import { CodeDiffersError } from "@/lib/errors/quorumErrors";
import type { Address } from "@/lib/vault/Token";

/** A contract whose code was published, and whether that code stands at its address. */
export type KnownCode = { readonly address: Address; readonly isAsPublished: boolean };

/**
 * Holds what stands at the contracts' addresses against the deployment's hashes, in its order. None of them is a proxy and
 * immutable values are part of the code, so the hash is all there is to compare.
 */
export async function readKnownCode({ deployment, client }: ChainSource): Promise<readonly KnownCode[]> {
  const { codeHashes } = deployment;
  if (codeHashes.length === 0) return [];
  const found = await readCodeHashes(
    client,
    codeHashes.map(({ address }) => address),
  );
  return codeHashes.map(({ address, codeHash }, index) => ({ address, isAsPublished: found[index] === codeHash }));
}

/** Throws {@link CodeDiffersError} where a contract is not as published: then nothing is offered for signing. */
export async function expectKnownCode(source: QuorumSource): Promise<void> {
  const different = (await readKnownCode(source)).filter(({ isAsPublished }) => !isAsPublished);
  if (different.length > 0) throw new CodeDiffersError(different.map(({ address }) => address));
}
