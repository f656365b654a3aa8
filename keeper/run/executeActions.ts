import { BaseError, ContractFunctionRevertedError } from "viem";
import { followSent, type SentOutcome } from "./followSent";
import type { Keeper } from "./Keeper";
import type { KeeperAction } from "./planActions";
import { replaceStuck } from "./replaceStuck";
import { senderTurn } from "./senderTurn";
import { sendInPlace } from "./sendInPlace";

/** How many of the wishes came true in this step. */
export type Execution = { readonly mined: number; readonly lost: number };

/**
 * Simulates each action on the newest block and sends those that pass; then waits for all of them. An action that
 * another keeper was faster with fails in the simulation (or reverts, when both were sent in one block): a line in the
 * log and nothing else. An action whose transaction is not yet seen mined is never sent beside it: after
 * `sending.patience` it is sent in its place, for a higher fee.
 */
export async function executeActions(keeper: Keeper, actions: readonly KeeperAction[]): Promise<Execution> {
  await forgetFinished(keeper);
  const replaced = await replaceStuck(keeper, actions);
  const sent = actions.filter(({ key }) => replaced.has(key));
  let lost = 0;
  for (const action of actions) {
    if (keeper.inFlight.has(action.key)) continue;
    const outcome = await simulateAndSend(keeper, action);
    if (outcome === "sent") sent.push(action);
    if (outcome === "lost") lost += 1;
  }
  if (sent.length > 0) await keeper.afterBroadcast?.();
  const outcomes = await Promise.all(sent.map((action) => outcomeOf(keeper, action)));
  const mined = outcomes.filter((outcome) => outcome === "success").length;
  lost += outcomes.filter((outcome) => outcome === "reverted" || outcome === "replaced").length;
  return { mined, lost };
}

async function simulateAndSend(keeper: Keeper, action: KeeperAction): Promise<"sent" | "lost" | "waiting"> {
  const { signer, call, key, kind, vault } = action;
  const sender = signer.account.address;
  try {
    // Of the newest block: on the pending one the same wish, sent before a restart, has come true already.
    const asked = { ...call, account: sender, blockTag: "latest" } as const;
    await keeper.reader.simulateContract(asked);
    const gas = await keeper.reader.estimateContractGas(asked);
    const turn = await senderTurn(keeper, sender);
    if (turn === null) {
      keeper.log("waiting", { kind, vault, sender, reason: "anotherIsPending" });
      return "waiting";
    }
    const { nonce } = turn;
    const { hash, fees } = await sendInPlace(keeper, { action, gas, nonce, fees: turn.fees });
    keeper.inFlight.set(key, { hashes: [hash], sender, nonce, fees, sentAt: keeper.sending.clock() });
    keeper.log("sent", { kind, vault, hash, sender, nonce });
    return "sent";
  } catch (error) {
    keeper.log("lost", { kind, vault, reason: reasonOf(error) });
    return "lost";
  }
}

async function outcomeOf(keeper: Keeper, { key, kind, vault }: KeeperAction): Promise<SentOutcome["kind"]> {
  const sent = keeper.inFlight.get(key);
  if (sent === undefined) return "unknown";
  const hash = sent.hashes.at(-1);
  const outcome = await followSent(keeper.reader, sent, keeper.sending.patience);
  if (outcome.kind !== "unknown") keeper.inFlight.delete(key);
  if (outcome.kind === "success") keeper.log("mined", { kind, vault, hash: outcome.hash, gas: outcome.gasUsed });
  if (outcome.kind === "reverted") keeper.log("reverted", { kind, vault, hash: outcome.hash, gas: outcome.gasUsed });
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
