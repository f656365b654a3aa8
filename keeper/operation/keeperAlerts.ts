import type { KeeperFacts, KeeperLimits } from "./KeeperFacts";
import { keeperHealth } from "./keeperHealth";

/** Something that a person should look at. The key stays the same while it lasts. */
export type KeeperAlert = { readonly key: string; readonly text: string };

const MOST_FAILED_STEPS = 3;
const MOST_RAISES = 3;
const REVERT_STAYS_MS = 600_000;
const OVERDUE_MS = 3_600_000;
const WEI_PER_COIN = 1e18;

/** Everything that is wrong now, most urgent first. `now` is by the facts' clock. */
export function keeperAlerts(facts: KeeperFacts, limits: KeeperLimits, now: number): readonly KeeperAlert[] {
  return [
    ...keeperHealth(facts, limits, now).faults.map((text, index) => ({ key: `stale:${index}`, text })),
    ...unreachable(facts),
    ...stuck(facts),
    ...unsettled(facts, now),
    ...reverted(facts, now),
    ...lowBalances(facts, limits),
  ];
}

function unreachable({ failedSteps, lastFailure }: KeeperFacts): KeeperAlert[] {
  if (failedSteps < MOST_FAILED_STEPS) return [];
  return [{ key: "unreachable", text: `${failedSteps} steps in a row failed. The last said: ${lastFailure ?? ""}` }];
}

function stuck({ underWay }: KeeperFacts): KeeperAlert[] {
  return underWay
    .filter(({ raises }) => raises >= MOST_RAISES)
    .map(({ key, hash, raises }) => ({
      key: `stuck:${key}`,
      text: `${key} is not mined after its fee was raised ${raises} times: ${hash}.`,
    }));
}

/** An epoch has expired and no feed has a price that may settle it: depositors wait. */
function unsettled({ waits }: KeeperFacts, now: number): KeeperAlert[] {
  return waits
    .filter(({ reason, since }) => reason === "noSettlementRound" && now - since > OVERDUE_MS)
    .map(({ vault }) => ({
      key: `unsettled:${vault}`,
      text: `No feed has a price that settles the epoch of ${vault}.`,
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
