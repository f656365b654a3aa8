import { type Hex, hexToBigInt, hexToNumber, type RpcTransaction, type RpcTransactionReceipt } from "viem";
import type { Call } from "@/lib/transaction/Call";
import { type SignedTransaction, signedDifferences } from "@/lib/transaction/signedDifferences";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import { type FoundTransaction, findByNonce } from "./findByNonce";
import { revertOf } from "./revertOf";
import { transactionCount } from "./transactionCount";

/** A transaction on its way. */
export type Followed = {
  readonly hash: Hex;
  readonly account: `0x${string}`;
  readonly chainId: number;
  readonly nonce: number;
  readonly call: Call;
  /** Block the plan was made at: what took the nonce cannot be older. */
  readonly sinceBlock: bigint;
  /** Block a receipt was last seen in, when it was; null after a reload or before the first receipt. */
  readonly includedIn: bigint | null;
};

/** Looks of a transaction in a row without trace before it counts as dropped. */
const UNSEEN_LOOKS = 15;

/**
 * Looks once at a transaction and says what changed, as events of its life. What stands behind the hash is held against
 * what was shown before anything else is said of it: a wallet can send what it likes. `unseen` counts looks in a row
 * without trace; the caller keeps it between looks. A node that does not answer changes nothing: the next look will tell.
 */
export async function lookAtTransaction(
  client: ChainClient,
  followed: Followed,
  unseen: number,
): Promise<{ readonly events: readonly TransactionEvent[]; readonly unseen: number }> {
  const params = [followed.hash] as [Hex];
  const [receipt, transaction] = await Promise.all([
    client.request({ method: "eth_getTransactionReceipt", params }),
    client.request({ method: "eth_getTransactionByHash", params }),
  ]).catch((cause: unknown) => Promise.reject(chainFailure(cause)));
  const differences = transaction ? signedDifferences(followed, signedOf(transaction)) : [];
  if (differences.length > 0) return { events: [{ type: "sentOther", hash: followed.hash, differences }], unseen: 0 };
  if (receipt) return { events: await included(client, followed, receipt), unseen: 0 };
  const reorganised: readonly TransactionEvent[] = followed.includedIn === null ? [] : [{ type: "reorganised" }];
  if ((await transactionCount(client, followed.account, "latest")) > followed.nonce) {
    return { events: [...reorganised, ...(await replaced(client, followed))], unseen: 0 };
  }
  if (transaction) return { events: reorganised, unseen: 0 };
  const isDropped = unseen + 1 >= UNSEEN_LOOKS;
  return { events: isDropped ? [...reorganised, { type: "dropped" }] : reorganised, unseen: unseen + 1 };
}

/** A node's word for what is behind a hash. */
function signedOf(transaction: RpcTransaction): SignedTransaction {
  const { chainId, nonce, value, authorizationList } = transaction;
  return {
    signer: transaction.from,
    chainId: chainId === undefined ? null : hexToNumber(chainId),
    nonce: hexToNumber(nonce),
    to: transaction.to,
    value: hexToBigInt(value),
    data: transaction.input,
    authorisations: authorizationList?.length ?? 0,
  };
}

async function included(
  client: ChainClient,
  { hash, account, call }: Followed,
  receipt: RpcTransactionReceipt,
): Promise<readonly TransactionEvent[]> {
  const blockNumber = hexToBigInt(receipt.blockNumber);
  const isSuccess = receipt.status === "0x1";
  const revert = isSuccess ? null : await revertOf(client, { account, call, blockNumber });
  const head = hexToBigInt(await client.request({ method: "eth_blockNumber" }));
  const confirmations = Number(head - blockNumber) + 1;
  return [
    { type: "included", hash, blockNumber, isSuccess, revert },
    { type: "confirmationsCounted", hash, confirmations },
  ];
}

/** The nonce went to another hash: the same call repriced, an empty transfer to oneself, or something else. */
async function replaced(client: ChainClient, followed: Followed): Promise<readonly TransactionEvent[]> {
  const { account, nonce, sinceBlock, hash } = followed;
  const found = await findByNonce(client, { account, nonce, fromBlock: sinceBlock });
  if (found === null || found.hash === hash) return [];
  return [{ type: "replaced", byHash: found.hash, cause: causeOf(found, followed) }];
}

function causeOf(found: FoundTransaction, { call, account }: Followed): "repriced" | "cancelled" | "replaced" {
  if (isSameCall(found, call)) return "repriced";
  const isToSelf = found.to?.toLowerCase() === account.toLowerCase();
  return isToSelf && found.value === 0n ? "cancelled" : "replaced";
}

/** The same target, bytes and value. */
export function isSameCall(found: FoundTransaction, call: Call): boolean {
  const isSameTarget = found.to?.toLowerCase() === call.to.toLowerCase();
  return isSameTarget && found.data.toLowerCase() === call.calldata.toLowerCase() && found.value === call.value;
}
