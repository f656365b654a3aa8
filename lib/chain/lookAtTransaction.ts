import { type Hex, hexToBigInt, hexToNumber, type RpcTransaction, type RpcTransactionReceipt } from "viem";
import type { Call } from "@/lib/transaction/Call";
import { cancellingCall } from "@/lib/transaction/cancellingCall";
import type { Delay } from "@/lib/transaction/Delay";
import { type SignedTransaction, signedDifferences } from "@/lib/transaction/signedDifferences";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import { type FoundTransaction, findByNonce } from "./findByNonce";
import { confirmationsOf, minedByNumber } from "./minedByNumber";
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
  /** What took its number, where that was told but is not settled. */
  readonly endedBy: Hex | null;
  /** The empty transaction that the wallet sent to cancel it. */
  readonly cancelledBy: Hex | null;
};

/** Looks in a row without trace of a transaction, and looks in a row that saw it wait. */
export type Looks = { readonly unseen: number; readonly waited: number };

/** Nothing looked at yet. */
export const NO_LOOKS: Looks = { unseen: 0, waited: 0 };

type Seen = { readonly events: readonly TransactionEvent[]; readonly looks: Looks };

/** Looks without trace before it counts as dropped. */
const UNSEEN_LOOKS = 15;
/** Looks that saw it wait before that is told: a minute where blocks come every twelve seconds. */
const WAITED_LOOKS = 15;
/** Of one that is known to wait for long already. */
export const LONG_LOOKS: Looks = { unseen: 0, waited: WAITED_LOOKS };

/**
 * Looks once at a transaction and says what changed, as events of its life. What stands behind the hash is held against
 * what was shown before anything else is said of it: a wallet can send what it likes. The caller keeps `looks` between
 * looks. A node that does not answer changes nothing: the next look will tell.
 */
export async function lookAtTransaction(client: ChainClient, followed: Followed, looks: Looks): Promise<Seen> {
  const [receipt, transaction, cancelling] = await Promise.all([
    client.request({ method: "eth_getTransactionReceipt", params: [followed.hash] }),
    client.request({ method: "eth_getTransactionByHash", params: [followed.hash] }),
    followed.cancelledBy && client.request({ method: "eth_getTransactionByHash", params: [followed.cancelledBy] }),
  ]).catch((cause: unknown) => Promise.reject(chainFailure(cause)));
  const other = sentOther(followed, transaction) ?? sentOther(cancelOf(followed), cancelling);
  if (other) return { events: [other], looks: NO_LOOKS };
  // A receipt alone says nothing of what was done: nodes behind one name may be a block apart.
  if (receipt && !transaction) return { events: [], looks };
  if (receipt) return { events: await included(client, followed, receipt), looks: NO_LOOKS };
  if (await isBefore(client, followed.includedIn)) return { events: [], looks };
  const reorganised: readonly TransactionEvent[] = followed.includedIn === null ? [] : [{ type: "reorganised" }];
  const count = await transactionCount(client, followed.account, "latest");
  if (count > followed.nonce)
    return { events: [...reorganised, ...(await replaced(client, followed))], looks: NO_LOOKS };
  if (followed.endedBy !== null) return { events: [{ type: "reorganised" }], looks: NO_LOOKS };
  if (transaction) {
    const { delay, seen } = await waiting(client, followed, { transaction, cancelling, count, looks });
    return { events: [...reorganised, { type: "delayed", hash: followed.hash, delay }], looks: seen };
  }
  if (cancelling) return { events: reorganised, looks: NO_LOOKS };
  const unseen = looks.unseen + 1;
  const isDropped = unseen >= UNSEEN_LOOKS;
  return { events: isDropped ? [...reorganised, { type: "dropped" }] : reorganised, looks: { unseen, waited: 0 } };
}

/** Have the nodes not come to the block that it was seen in? Then they cannot tell that it is gone. */
async function isBefore(client: ChainClient, block: bigint | null): Promise<boolean> {
  return block !== null && hexToBigInt(await client.request({ method: "eth_blockNumber" })) < block;
}

/** What cancels a transaction: nothing to oneself, with its number. */
function cancelOf(followed: Followed): Followed {
  return { ...followed, hash: followed.cancelledBy ?? followed.hash, call: cancellingCall(followed.account) };
}

function sentOther(followed: Followed, transaction: RpcTransaction | null): TransactionEvent | null {
  const differences = transaction ? signedDifferences(followed, signedOf(transaction)) : [];
  return differences.length === 0 ? null : { type: "sentOther", hash: followed.hash, differences };
}

type Waiting = {
  readonly transaction: RpcTransaction;
  readonly cancelling: RpcTransaction | null;
  /** The account's next number by mined transactions. */
  readonly count: number;
  readonly looks: Looks;
};

/** Why it waits, and how long it has. A cancellation that no node knows after so many looks cancels nothing. */
async function waiting(
  client: ChainClient,
  followed: Followed,
  { transaction, cancelling, count, looks }: Waiting,
): Promise<{ readonly delay: Delay | null; readonly seen: Looks }> {
  const waited = looks.waited + 1;
  const { cancelledBy } = followed;
  const unseen = cancelledBy === null || cancelling ? 0 : looks.unseen + 1;
  const seen = { unseen, waited };
  if (cancelledBy !== null && unseen < UNSEEN_LOOKS)
    return { delay: { kind: "cancelling", byHash: cancelledBy }, seen };
  const next = count < followed.nonce ? await transactionCount(client, followed.account, "pending") : followed.nonce;
  if (next < followed.nonce) return { delay: { kind: "nonceGap", missing: next }, seen };
  const block = await client.request({ method: "eth_getBlockByNumber", params: ["latest", false] });
  const most = hexToBigInt(transaction.maxFeePerGas ?? transaction.gasPrice ?? "0x0");
  if (block?.baseFeePerGas && most < hexToBigInt(block.baseFeePerGas)) return { delay: { kind: "feeTooLow" }, seen };
  return { delay: waited >= WAITED_LOOKS ? { kind: "stuck" } : null, seen };
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
  const confirmations = confirmationsOf(receipt.blockNumber, await client.request({ method: "eth_blockNumber" }));
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
  const mined = await minedByNumber(client, found.hash, { account, nonce });
  if (mined === null) return [];
  const { hash: byHash, confirmations } = mined;
  return [
    { type: "replaced", byHash, cause: causeOf(mined, followed) },
    { type: "confirmationsCounted", hash: byHash, confirmations },
  ];
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
