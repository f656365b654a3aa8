import type { Hex, TransactionReceipt } from "viem";
import type { KeeperReader } from "../chain/KeeperChain";
import type { SentAction } from "./Keeper";

/** How a sent transaction ended: `replaced` when its nonce went to another one, `unknown` when patience ended first. */
export type SentOutcome =
  | { readonly kind: "success" | "reverted"; readonly hash: Hex; readonly gasUsed: bigint }
  | { readonly kind: "replaced" | "unknown" };

/** Waits `patience` milliseconds at most until a transaction is mined or no longer can be, its sender's nonce being used without it. */
export async function followSent(reader: KeeperReader, sent: SentAction, patience: number): Promise<SentOutcome> {
  const { sender, nonce } = sent;
  for (let waited = 0; waited < patience; waited += reader.pollingInterval) {
    const used = await reader.getTransactionCount({ address: sender, blockTag: "latest" });
    const receipt = await receiptOf(reader, sent);
    if (receipt !== null) return { kind: receipt.status, hash: receipt.transactionHash, gasUsed: receipt.gasUsed };
    if (used > nonce) return { kind: "replaced" };
    await new Promise((resolve) => setTimeout(resolve, reader.pollingInterval));
  }
  return { kind: "unknown" };
}

/** The receipt of whichever of the transactions under the nonce was mined. */
async function receiptOf(reader: KeeperReader, { hashes }: SentAction): Promise<TransactionReceipt | null> {
  for (const hash of hashes.toReversed()) {
    const receipt = await reader.getTransactionReceipt({ hash }).catch(() => null);
    if (receipt !== null) return receipt;
  }
  return null;
}
