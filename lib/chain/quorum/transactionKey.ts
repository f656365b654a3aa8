import { hexToBigInt, type RpcTransaction, type RpcTransactionReceipt } from "viem";

/** What tells one answer about a transaction from another, by the method that it answers. */
const KEYS: Readonly<Record<string, (answer: never) => string>> = {
  eth_getTransactionByHash: ({ from, to, input, value, nonce }: RpcTransaction) =>
    [from, to, input, hexToBigInt(value), hexToBigInt(nonce)].join(),
  eth_getTransactionReceipt: ({ blockHash, blockNumber, status, logs, ...fee }: RpcTransactionReceipt) => {
    const place = [blockHash, blockNumber, status, fee.gasUsed, fee.effectiveGasPrice];
    return [...place, ...logs.flatMap(({ address, topics, data }) => [address, ...topics, data])].join();
  },
};

/** Is it asked after one transaction, which a node may know or not? */
export function isAfterTransaction(method: string): boolean {
  return Object.hasOwn(KEYS, method);
}

/** Two answers to the method with the same key say the same; empty for a node that does not know the transaction. */
export function transactionKey(method: string, answer: unknown): string {
  return answer === null ? "" : (KEYS[method]?.(answer as never) ?? "").toLowerCase();
}
