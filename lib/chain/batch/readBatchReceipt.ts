import { type Hex, hexToBigInt, hexToNumber, numberToHex } from "viem";
import { chainFailure } from "../chainFailure";
import type { ChainClient } from "../createChainClient";
import { isDelegation } from "../isDelegation";
import type { SimulatedLog } from "../transferMovements";
import { onlyForgotten } from "./forgotten";

/** A transaction that is said to hold a batch, as the configured nodes tell it. */
export type BatchReceipt = {
  readonly hash: Hex;
  readonly blockNumber: bigint;
  readonly isSuccess: boolean;
  readonly logs: readonly SimulatedLog[];
  readonly sender: `0x${string}`;
  readonly nonce: number;
  /** Wei paid to the network; null where the chain takes more than its gas, for its parent chain. */
  readonly fee: bigint | null;
};

/** Null while no node knows it in a block. */
export async function readBatchReceipt(client: ChainClient, hash: Hex): Promise<BatchReceipt | null> {
  const [receipt, transaction] = await Promise.all([
    client.request({ method: "eth_getTransactionReceipt", params: [hash] }),
    client.request({ method: "eth_getTransactionByHash", params: [hash] }),
  ]).catch((cause: unknown) => Promise.reject(chainFailure(cause)));
  if (!receipt || !transaction) return null;
  return {
    hash,
    blockNumber: hexToBigInt(receipt.blockNumber),
    isSuccess: receipt.status === "0x1",
    logs: receipt.logs,
    sender: transaction.from,
    nonce: hexToNumber(transaction.nonce),
    fee: "l1Fee" in receipt ? null : hexToBigInt(receipt.gasUsed) * hexToBigInt(receipt.effectiveGasPrice),
  };
}

/** What a transaction changed at the account itself. */
export type AccountChanges = { readonly coinsSpent: bigint | null; readonly isDelegated: boolean };

/**
 * Holds the account after the transaction's block against the one before. Coins that went beyond the fee are only told
 * where the account itself sent this and nothing else in the block: a bundler's fee is the wallet's to agree, and a Safe,
 * whose fee is paid by whoever executes it, may have moved coins by another transaction of the same block. A node that has
 * forgotten the state of the block before tells nothing; any other failure is thrown.
 */
export async function readAccountChanges(
  client: ChainClient,
  account: `0x${string}`,
  { blockNumber, sender, fee, nonce }: BatchReceipt,
): Promise<AccountChanges> {
  const blocks = [numberToHex(blockNumber - 1n), numberToHex(blockNumber)] as const;
  try {
    const [before, after] = await Promise.all(
      blocks.map(async (block) => {
        const [code, balance, count] = await Promise.all([
          client.request({ method: "eth_getCode", params: [account, block] }),
          client.request({ method: "eth_getBalance", params: [account, block] }),
          client.request({ method: "eth_getTransactionCount", params: [account, block] }),
        ]);
        return { code, balance: hexToBigInt(balance), count: hexToNumber(count) };
      }),
    );
    if (before === undefined || after === undefined) return { coinsSpent: null, isDelegated: false };
    const isDelegated = isDelegation(after.code) && after.code !== before.code;
    const isAlone =
      sender.toLowerCase() === account.toLowerCase() && before.count === nonce && after.count === nonce + 1;
    const coinsSpent = isAlone && fee !== null ? before.balance - after.balance - fee : null;
    return { coinsSpent, isDelegated };
  } catch (thrown) {
    await onlyForgotten(client, thrown, blockNumber - 1n);
    return { coinsSpent: null, isDelegated: false };
  }
}
