import { BaseError, ContractFunctionRevertedError } from "viem";
import { followSent, type SentOutcome } from "./followSent";
import type { Keeper } from "./Keeper";
import type { KeeperAction } from "./planActions";

/** How many of the wishes came true in this step. */
export type Execution = { readonly mined: number; readonly lost: number };

/**
 * Simulates each action on the newest block and sends those that pass; then waits for all of them. An action that
 * another keeper was faster with fails in the simulation (or reverts, when both were sent in one block): a line in the
 * log and nothing else. An action whose transaction is not yet seen mined is never sent again.
 */
export async function executeActions(keeper: Keeper, actions: readonly KeeperAction[]): Promise<Execution> {
  await forgetFinished(keeper);
  const sent: KeeperAction[] = [];
  let lost = 0;
  for (const action of actions) {
    if (keeper.inFlight.has(action.key)) continue;
    if (await simulateAndSend(keeper, action)) sent.push(action);
    else lost += 1;
  }
  if (sent.length > 0) await keeper.afterBroadcast?.();
  const outcomes = await Promise.all(sent.map((action) => outcomeOf(keeper, action)));
  const mined = outcomes.filter((outcome) => outcome === "success").length;
  lost += outcomes.filter((outcome) => outcome === "reverted" || outcome === "replaced").length;
  return { mined, lost };
}

async function simulateAndSend(keeper: Keeper, action: KeeperAction): Promise<boolean> {
  const { signer, call, key, kind, vault } = action;
  const sender = signer.account.address;
  try {
    await keeper.reader.simulateContract({ ...call, account: sender });
    const gas = await keeper.reader.estimateContractGas({ ...call, account: sender });
    const nonce = await keeper.reader.getTransactionCount({ address: sender, blockTag: "pending" });
    const hash = await signer.writeContract({ ...call, nonce, gas: (gas * 3n) / 2n });
    keeper.inFlight.set(key, { hash, sender, nonce });
    keeper.log("sent", { kind, vault, hash, sender });
    return true;
  } catch (error) {
    keeper.log("lost", { kind, vault, reason: reasonOf(error) });
    return false;
  }
}

async function outcomeOf(keeper: Keeper, { key, kind, vault }: KeeperAction): Promise<SentOutcome["kind"]> {
  const sent = keeper.inFlight.get(key);
  if (sent === undefined) return "unknown";
  const { hash } = sent;
  const outcome = await followSent(keeper.reader, sent);
  if (outcome.kind !== "unknown") keeper.inFlight.delete(key);
  if (outcome.kind === "success") keeper.log("mined", { kind, vault, hash, gas: outcome.gasUsed });
  if (outcome.kind === "reverted") keeper.log("reverted", { kind, vault, hash, gas: outcome.gasUsed });
  if (outcome.kind === "replaced") keeper.log("lost", { kind, vault, hash, reason: "nonceUsedByAnother" });
  if (outcome.kind === "unknown") keeper.log("waiting", { kind, vault, hash, reason: "notMinedYet" });
  return outcome.kind;
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
