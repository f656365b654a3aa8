import type { KeeperFacts, KeeperLimits } from "./KeeperFacts";
import { keeperHealth } from "./keeperHealth";

/** Something that a person should look at. The key stays the same while it lasts. */
export type KeeperAlert = { readonly key: string; readonly text: string };

const MOST_FAILED_STEPS = 3;
const LONGEST_UNDER_WAY_MS = 600_000;
const REVERT_STAYS_MS = 600_000;
const MS = 1_000;
const MS_PER_MINUTE = 60_000;
const OVERDUE_SECONDS = 3_600n;
const WEI_PER_COIN = 1e18;

/** Everything that is wrong now, most urgent first. `now` is by the facts' clock. */
export function keeperAlerts(facts: KeeperFacts, limits: KeeperLimits, now: number): readonly KeeperAlert[] {
  return [
    ...keeperHealth(facts, limits, now).faults.map((text, index) => ({ key: `stale:${index}`, text })),
    ...unreachable(facts),
    ...stuck(facts, now),
    ...unsettled(facts),
    ...reverted(facts, now),
    ...lowBalances(facts, limits),
  ];
}

function unreachable({ failedSteps, lastFailure }: KeeperFacts): KeeperAlert[] {
  if (failedSteps < MOST_FAILED_STEPS) return [];
  return [{ key: "unreachable", text: `${failedSteps} steps in a row failed. The last said: ${lastFailure ?? ""}` }];
}

/** However often its fee was raised: at the most that may be paid it is not raised at all. */
function stuck({ underWay }: KeeperFacts, now: number): KeeperAlert[] {
  return underWay
    .filter(({ since }) => now - since > LONGEST_UNDER_WAY_MS)
    .map(({ key, hash, since, raises }) => ({
      key: `stuck:${key}`,
      text: `${key} is not mined after ${Math.floor((now - since) / MS_PER_MINUTE)} minutes, its fee raised ${raises} times: ${hash}.`,
    }));
}

/** Whatever keeps it from being settled: no price, a call that fails, a fee. Depositors wait. */
function unsettled({ unsettled: vaults, block }: KeeperFacts): KeeperAlert[] {
  if (block === null) return [];
  return vaults
    .filter(({ expiry }) => block.time - expiry > OVERDUE_SECONDS)
    .map(({ vault, expiry }) => ({
      key: `unsettled:${vault}`,
      text: `The epoch of ${vault} expired at ${new Date(Number(expiry) * MS).toISOString()} and is not settled.`,
    }));
}

function reverted({ lastRevert }: KeeperFacts, now: number): KeeperAlert[] {
  if (lastRevert === null || now - lastRevert.at > REVERT_STAYS_MS) return [];
  return [{ key: "reverted", text: `A transaction passed the simulation and reverted: ${lastRevert.text}.` }];
}

function lowBalances({ balances }: KeeperFacts, { lowBalance }: KeeperLimits): KeeperAlert[] {
  return [...balances]
    .filter(([, wei]) => wei < lowBalance)
    .map(([account, wei]) => ({
      key: `lowBalance:${account}`,
      text: `${account} has ${(Number(wei) / WEI_PER_COIN).toPrecision(3)} coins left for gas.`,
    }));
}
