import {
  AtomicityNotSupportedError,
  AtomicReadyWalletRejectedUpgradeError,
  BundleTooLargeError,
  type Chain,
  DuplicateIdError,
  InvalidParamsRpcError,
  MethodNotFoundRpcError,
  MethodNotSupportedRpcError,
  UnknownBundleIdError,
  UnsupportedChainIdError,
  UnsupportedNonOptionalCapabilityError,
  UnsupportedProviderMethodError,
} from "viem";
import { sendCalls } from "viem/actions";
import { type BatchStatus, parseBatchStatus } from "@/lib/transaction/BatchStatus";
import type { Batch } from "@/lib/transaction/batch";
import type { BatchRefusal } from "@/lib/transaction/Intent";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { WalletClient } from "../WalletClient";
import { walletCode } from "../walletFailure";

/** Codes after which the wallet has sent nothing and would not send it as one if it were asked again (EIP-5792, EIP-1193, EIP-1474). */
const REFUSALS: ReadonlyMap<number, BatchRefusal> = new Map([
  [AtomicReadyWalletRejectedUpgradeError.code, "upgrade"],
  [UnsupportedChainIdError.code, "chain"],
  [AtomicityNotSupportedError.code, "atomicity"],
  [UnsupportedNonOptionalCapabilityError.code, "unsupported"],
  [BundleTooLargeError.code, "unsupported"],
  [UnsupportedProviderMethodError.code, "unsupported"],
  [MethodNotFoundRpcError.code, "unsupported"],
  [MethodNotSupportedRpcError.code, "unsupported"],
  [InvalidParamsRpcError.code, "unsupported"],
]);

/** Longest name of a batch, in characters (EIP-5792: 4096 bytes in hex). */
const LONGEST_ID = 8_194;

/**
 * Puts a batch to the wallet, to be carried out together or not at all, under the name that the plan gives it. A wallet that
 * will not do so has sent nothing; one that says it has the name already, or answers without one, may have. Throws what
 * the wallet throws otherwise: then nobody knows.
 */
export async function askBatch(wallet: WalletClient, batch: Batch, chain: Chain): Promise<TransactionEvent> {
  const calls = batch.calls.map(({ to, calldata, value }) => ({ to, data: calldata, value }));
  const { account } = wallet;
  try {
    const answer: { readonly id?: unknown } | null = await sendCalls(wallet, {
      account,
      chain,
      calls,
      id: batch.id,
      forceAtomic: true,
    });
    return { type: "batchSent", batchId: isId(answer?.id) ? answer.id : batch.id };
  } catch (thrown) {
    const code = walletCode(thrown) ?? 0;
    if (code === DuplicateIdError.code) return { type: "batchSent", batchId: batch.id };
    const why = REFUSALS.get(code);
    if (why === undefined) throw thrown;
    return { type: "batchRefused", why };
  }
}

/** Asks the wallet what became of a batch. Never throws. */
export async function askBatchStatus(wallet: WalletClient, batchId: string): Promise<BatchStatus> {
  try {
    const answer: unknown = await wallet.request(
      { method: "wallet_getCallsStatus", params: [batchId] },
      { retryCount: 0 },
    );
    return parseBatchStatus(answer);
  } catch (thrown) {
    return { kind: walletCode(thrown) === UnknownBundleIdError.code ? "unknown" : "silent" };
  }
}

function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "" && value.length <= LONGEST_ID;
}
