import type { KeeperFacts, KeeperLimits } from "./KeeperFacts";

/** Whether a keeper does its work; each fault is a sentence. */
export type KeeperHealth = { readonly isHealthy: boolean; readonly faults: readonly string[] };

/** Unhealthy once no step has come to its end, or no new block was seen, for longer than the limits. `now` is by the facts' clock. */
export function keeperHealth(facts: KeeperFacts, limits: KeeperLimits, now: number): KeeperHealth {
  const faults: string[] = [];
  const stepAge = now - (facts.lastStepAt ?? facts.startedAt);
  if (stepAge > limits.staleAfter) {
    const said = facts.lastFailure === null ? "" : ` The last failure said: ${facts.lastFailure}`;
    faults.push(`No step has come to its end for ${seconds(stepAge)}.${said}`);
  }
  const blockAge = facts.block === null ? 0 : now - facts.block.seenAt;
  if (facts.block !== null && blockAge > limits.stillAfter) {
    faults.push(`The newest block is still ${facts.block.number}, for ${seconds(blockAge)}.`);
  }
  return { isHealthy: faults.length === 0, faults };
}

function seconds(milliseconds: number): string {
  return `${Math.floor(milliseconds / 1_000)} s`;
}
