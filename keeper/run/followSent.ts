import type { Hex, TransactionReceipt } from "viem";
import type { KeeperReader } from "../chain/KeeperChain";
import type { SentAction } from "./Keeper";

/** How a sent transaction ended: `replaced` when its nonce went to another one, `unknown` when patience ended first. */
export type SentOutcome =
  | { readonly kind: "success" | "reverted"; readonly gasUsed: bigint }
  | { readonly kind: "replaced" | "unknown" };

const PATIENCE_MS = 60_000;

/** Waits until a transaction is mined or can no longer be, because its sender's nonce was used without it. */
export async function followSent(reader: KeeperReader, { hash, sender, nonce }: SentAction): Promise<SentOutcome> {
  for (let waited = 0; waited < PATIENCE_MS; waited += reader.pollingInterval) {
    const used = await reader.getTransactionCount({ address: sender, blockTag: "latest" });
    const receipt = await receiptOf(reader, hash);
    if (receipt !== null) return { kind: receipt.status, gasUsed: receipt.gasUsed };
    if (used > nonce) return { kind: "replaced" };
    await new Promise((resolve) => setTimeout(resolve, reader.pollingInterval));
  }
  return { kind: "unknown" };
}

async function receiptOf(reader: KeeperReader, hash: Hex): Promise<TransactionReceipt | null> {
  return reader.getTransactionReceipt({ hash }).catch(() => null);
}
