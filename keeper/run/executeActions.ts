import { BaseError, ContractFunctionRevertedError, type Hex, WaitForTransactionReceiptTimeoutError } from "viem";
import type { Keeper } from "./Keeper";
import type { KeeperAction } from "./planActions";

const RECEIPT_WITHIN_MS = 60_000;

/** How many of the wishes came true in this step. */
export type Execution = { readonly mined: number; readonly lost: number };

/**
 * Simulates each action on the newest block and sends those that pass; then waits for all of them. An action that
 * another keeper was faster with fails in the simulation (or reverts, when both were sent in one block): a line in the
 * log and nothing else. An action whose transaction is not yet seen mined is never sent again.
 */
export async function executeActions(keeper: Keeper, actions: readonly KeeperAction[]): Promise<Execution> {
  await forgetFinished(keeper);
  const sent: { readonly action: KeeperAction; readonly hash: Hex }[] = [];
  let lost = 0;
  for (const action of actions) {
    if (keeper.inFlight.has(action.key)) continue;
    const hash = await simulateAndSend(keeper, action);
    if (hash === null) lost += 1;
    else sent.push({ action, hash });
  }
  if (sent.length > 0) await keeper.afterBroadcast?.();
  const outcomes = await Promise.all(sent.map(({ action, hash }) => outcomeOf(keeper, action, hash)));
  const mined = outcomes.filter((outcome) => outcome === "success").length;
  return { mined, lost: lost + outcomes.filter((outcome) => outcome === "reverted").length };
}

async function simulateAndSend(keeper: Keeper, action: KeeperAction): Promise<Hex | null> {
  const { signer, call, key, kind, vault } = action;
  const sender = signer.account.address;
  try {
    await keeper.reader.simulateContract({ ...call, account: sender });
    const gas = await keeper.reader.estimateContractGas({ ...call, account: sender });
    const nonce = await keeper.reader.getTransactionCount({ address: sender, blockTag: "pending" });
    const hash = await signer.writeContract({ ...call, nonce, gas: (gas * 3n) / 2n });
    keeper.inFlight.set(key, { hash, sender, nonce });
    keeper.log("sent", { kind, vault, hash, sender });
    return hash;
  } catch (error) {
    keeper.log("lost", { kind, vault, reason: reasonOf(error) });
    return null;
  }
}

async function outcomeOf(keeper: Keeper, action: KeeperAction, hash: Hex): Promise<"success" | "reverted" | "unknown"> {
  const { key, kind, vault } = action;
  try {
    const receipt = await keeper.reader.waitForTransactionReceipt({ hash, timeout: RECEIPT_WITHIN_MS });
    keeper.inFlight.delete(key);
    keeper.log(receipt.status === "success" ? "mined" : "reverted", { kind, vault, hash, gas: receipt.gasUsed });
    return receipt.status;
  } catch (error) {
    if (!(error instanceof WaitForTransactionReceiptTimeoutError)) throw error;
    keeper.log("waiting", { kind, vault, hash, reason: "notMinedYet" });
    return "unknown";
  }
}

/** Drops what was mined since, or can never be mined because its nonce was used by another transaction. */
async function forgetFinished({ reader, inFlight }: Keeper): Promise<void> {
  for (const [key, { sender, nonce }] of inFlight) {
    const used = await reader.getTransactionCount({ address: sender, blockTag: "latest" });
    if (used > nonce) inFlight.delete(key);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof BaseError)) return String(error);
  const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError);
  if (reverted instanceof ContractFunctionRevertedError && reverted.data) return reverted.data.errorName;
  return error.shortMessage;
}
