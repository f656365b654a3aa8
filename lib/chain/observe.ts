import type { Hex } from "viem";
import type { Call } from "@/lib/transaction/Call";
import { CONFIRMATIONS_NEEDED } from "@/lib/transaction/reduceSent";
import type { Observation } from "@/lib/transaction/TransactionEvent";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import { findByNonce } from "./findByNonce";
import { isSameCall } from "./lookAtTransaction";
import { minedByNumber } from "./minedByNumber";
import { transactionCount } from "./transactionCount";

/** A transaction that may have been sent: the wallet was asked for it, and did not answer before the page went away. */
export type UnclearTransaction = {
  readonly account: `0x${string}`;
  readonly nonce: number;
  readonly call: Call;
  readonly knownHashes: readonly Hex[];
  /** Block the plan was made at. */
  readonly sinceBlock: bigint;
};

/**
 * Looks what became of it: known hashes first, then what used the nonce. Null while another transaction has used it in a block
 * that is too new to free the next attempt.
 */
export async function observe(client: ChainClient, unclear: UnclearTransaction): Promise<Observation | null> {
  for (const hash of unclear.knownHashes) {
    const known = await client
      .request({ method: "eth_getTransactionByHash", params: [hash] })
      .catch((cause: unknown) => Promise.reject(chainFailure(cause)));
    if (known) return { kind: "found", hash };
  }
  const found = await findByNonce(client, { ...unclear, fromBlock: unclear.sinceBlock });
  if (found && isSameCall(found, unclear.call)) return { kind: "found", hash: found.hash };
  const used = await transactionCount(client, unclear.account, "latest");
  if (used <= unclear.nonce) return { kind: "nonceUnused" };
  const other = found && (await minedByNumber(client, found.hash, unclear));
  if (other === null || isSameCall(other, unclear.call)) return { kind: "nonceUsedUnseen" };
  return other.confirmations < CONFIRMATIONS_NEEDED ? null : { kind: "nonceUsedByOther" };
}
