import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead, orNull } from "@/lib/chain/ContractRead";
import { quorumSource } from "@/lib/chain/quorum/quorumSource";
import { NoQuorumError } from "@/lib/errors/quorumErrors";
import { planCalls, type SentBatch } from "@/lib/transaction/batch";
import type { SafeStanding, SafeWait } from "@/lib/transaction/SafeStanding";
import type { SignedDifference } from "@/lib/transaction/signedDifferences";
import { readSafe } from "../../safe/readSafe";
import { safeAbi } from "../../safe/safeAbi";
import { isAtLeast, safeVersion } from "../../safe/safeVersion";

/**
 * How a Safe's transaction stands, and whether the hash that the Safe's page gave is the one of the calls shown here, under the number
 * that it took. Told while signatures are still missing: the hash commits to every byte, so a page that asked the owners to
 * sign something else is found out before they have. What was found once is not read again.
 */
export async function safeWait(
  source: ChainSource,
  sent: SentBatch,
  standing: SafeStanding | undefined,
): Promise<SafeWait | undefined> {
  if (standing === undefined || sent.plan.isSafe !== true) return undefined;
  const { safe } = sent;
  if (safe !== undefined && safe.nonce === standing.nonce && safe.isShown !== null) {
    return { ...standing, isShown: safe.isShown };
  }
  const own = await shownHash(source, sent, standing.nonce).catch(() => null);
  return { ...standing, isShown: own === null ? null : isSame(own, sent.batchId) };
}

/** The hash by which what was executed differs from what was shown; none where nobody can tell. Throws NoQuorumError where the nodes contradict each other. */
export async function safeDifferences(
  source: ChainSource,
  sent: SentBatch,
  standing: SafeStanding | undefined,
): Promise<readonly SignedDifference[]> {
  if (standing === undefined || sent.plan.isSafe !== true) return [];
  const own = await shownHash(source, sent, standing.nonce);
  if (own === null || isSame(own, sent.batchId)) return [];
  return [{ field: "safeTxHash", shown: own, signed: sent.batchId }];
}

/**
 * Has the Safe executed something under the batch's number, by a majority of the nodes? Only then can the batch never be carried out
 * any more. False where nobody can tell. Of a number that the page changes, the higher one counts.
 */
export async function isNumberUsed(
  source: ChainSource,
  { plan, safe }: SentBatch,
  standing: SafeStanding | undefined,
): Promise<boolean> {
  const numbers = [standing, safe].flatMap((one) => (one === undefined ? [] : [one.nonce]));
  if (numbers.length === 0) return false;
  const read = contractRead({ address: plan.account, abi: safeAbi, functionName: "nonce" });
  try {
    const { reader } = await quorumSource(source);
    const { values } = await reader.read({ next: orNull(read) });
    return values.next !== null && values.next > BigInt(Math.max(...numbers));
  } catch {
    return false;
  }
}

/** Null for an account that is no Safe of 1.3.0 or newer: for older ones Safe's own page sets gas that enters the hash. */
async function shownHash(source: ChainSource, { plan }: SentBatch, nonce: number): Promise<string | null> {
  const { chainId, account } = plan;
  const shown = { chainId, account, calls: planCalls(plan), safeNonce: BigInt(nonce) };
  const safe = await readSafe(source, shown).catch((cause: unknown) => {
    if (cause instanceof NoQuorumError) throw cause;
    return null;
  });
  const version = safe === null ? null : safeVersion(safe.version);
  if (safe === null || version === null || !isAtLeast(version, [1, 3, 0]) || safe.ownHash === "differs") return null;
  return safe.hashes.safeTxHash;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
