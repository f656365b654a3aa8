import { BaseError, ContractFunctionRevertedError } from "viem";
import { followSent, type SentOutcome } from "./followSent";
import type { Keeper, SentAction } from "./Keeper";
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
    const sentAt = keeper.sending.clock();
    keeper.inFlight.set(key, { kind, vault, hashes: [hash], sender, nonce, fees, firstSentAt: sentAt, sentAt });
    keeper.log("sent", { kind, vault, hash, sender, nonce });
    return "sent";
  } catch (error) {
    keeper.log("lost", { kind, vault, reason: reasonOf(error) });
    return "lost";
  }
}

async function outcomeOf(keeper: Keeper, { key }: KeeperAction): Promise<SentOutcome["kind"]> {
  const sent = keeper.inFlight.get(key);
  if (sent === undefined) return "unknown";
  const outcome = await followSent(keeper.reader, sent, keeper.sending.patience);
  if (outcome.kind !== "unknown") keeper.inFlight.delete(key);
  tell(keeper, sent, outcome);
  return outcome.kind;
}

function tell(keeper: Keeper, { kind, vault, hashes }: SentAction, outcome: SentOutcome): void {
  const hash = hashes.at(-1);
  if (outcome.kind === "success") keeper.log("mined", { kind, vault, hash: outcome.hash, gas: outcome.gasUsed });
  if (outcome.kind === "reverted") keeper.log("reverted", { kind, vault, hash: outcome.hash, gas: outcome.gasUsed });
  if (outcome.kind === "replaced") keeper.log("lost", { kind, vault, hash, reason: "nonceUsedByAnother" });
  if (outcome.kind === "unknown") keeper.log("waiting", { kind, vault, hash, reason: "notMinedYet" });
}

/** Drops what was mined since, or can never be mined because its nonce was used by another transaction; each end is told. */
async function forgetFinished(keeper: Keeper): Promise<void> {
  const { reader, inFlight } = keeper;
  for (const [key, sent] of inFlight) {
    const used = await reader.getTransactionCount({ address: sent.sender, blockTag: "latest" });
    if (used <= sent.nonce || !inFlight.delete(key)) continue;
    tell(keeper, sent, await followSent(reader, sent, LOOK_ONCE));
  }
}

/** Milliseconds that are over after the first look. */
const LOOK_ONCE = 1;

function reasonOf(error: unknown): string {
  if (!(error instanceof BaseError)) return String(error);
  const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError);
  if (reverted instanceof ContractFunctionRevertedError && reverted.data) return reverted.data.errorName;
  return error.shortMessage;
}
