import type { Hex } from "viem";
import type { Call } from "@/lib/transaction/Call";
import type { Observation } from "@/lib/transaction/TransactionEvent";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import { findByNonce } from "./findByNonce";
import { isSameCall } from "./lookAtTransaction";
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

/** Looks what became of it: known hashes first, then what used the nonce. */
export async function observe(client: ChainClient, unclear: UnclearTransaction): Promise<Observation> {
  for (const hash of unclear.knownHashes) {
    const known = await client
      .request({ method: "eth_getTransactionByHash", params: [hash] })
      .catch((cause: unknown) => Promise.reject(chainFailure(cause)));
    if (known) return { kind: "found", hash };
  }
  const found = await findByNonce(client, { ...unclear, fromBlock: unclear.sinceBlock });
  if (found && isSameCall(found, unclear.call)) return { kind: "found", hash: found.hash };
  const used = await transactionCount(client, unclear.account, "latest");
  return { kind: used > unclear.nonce ? "nonceUsedByOther" : "nonceUnused" };
}
