import { setTimeout as sleep } from "node:timers/promises";

/** Asks the local chain's node. */
export type AskNode = (method: string, ...params: readonly unknown[]) => Promise<unknown>;

/** What can be mined is, in so long. */
const POLLS = 100;
const POLL_MS = 10;

/**
 * Puts the local chain back to a snapshot; true when it was one. What waits in the pool outlives a revert and would be mined on top of it: a
 * transaction that is just being mined is waited for, one that never will be is dropped.
 */
export async function putBack(ask: AskNode, snapshot: unknown): Promise<boolean> {
  for (let poll = 0; poll < POLLS && (await pending(ask)) > 0; poll += 1) await sleep(POLL_MS);
  await ask("anvil_dropAllTransactions");
  return (await ask("evm_revert", snapshot)) === true;
}

async function pending(ask: AskNode): Promise<number> {
  const status = (await ask("txpool_status")) as { readonly pending?: string };
  return Number(status.pending ?? 0);
}
