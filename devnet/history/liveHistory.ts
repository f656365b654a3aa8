import { runUntilIdle } from "@/keeper/run/runKeeperStep";
import type { Role } from "../accounts";
import { chainTime, type LocalChain } from "../chain/LocalChain";
import { mineBlock, sendStep } from "../chain/sendStep";
import { readArtifact } from "../contracts/artifacts";
import type { DevnetDeployment } from "../DevnetDeployment";
import { DevnetError } from "../DevnetError";
import { deployMarket } from "../deploy/deployMarket";
import { acceptance, deployProtocol } from "../deploy/deployProtocol";
import { TIMELOCK_DELAY_SECONDS } from "../deploy/vaultPlans";
import { type PricedClock, passTo, startClock } from "../prices/passTo";
import type { Calendar } from "./calendar";
import { depositorCalls } from "./depositorCalls";
import { DEPOSITOR_PLAN } from "./depositorPlan";
import { fundAccounts } from "./fundAccounts";
import { lendFirst, lendingCalls } from "./lending";
import { localKeeper } from "./localKeeper";

const MINUTE = 60n;
const HOUR = 3_600n;
const DAY = 86_400n;
/** The hour's sale, and a little. */
const CLEARED_AFTER = HOUR + 2n * MINUTE;

/** A history under way: the chain's clock with its prices, and what stands on it. */
type Story = PricedClock & { readonly calendar: Calendar; readonly deployment: DevnetDeployment };

/**
 * Deploys everything in the past and lives to the calendar's end: prices every hour, an epoch a week opened, quoted,
 * cleared and settled by the keeper itself, depositors coming and going. The chain must not mine by itself.
 */
export async function liveHistory(chain: LocalChain, calendar: Calendar): Promise<DevnetDeployment> {
  const market = await deployMarket(chain);
  const clock = startClock({ chain, contracts: market.contracts, genesis: calendar.genesis });
  await passTo(clock, calendar.deployment);
  const deployment = await deployProtocol(chain, market);
  const story: Story = Object.assign(clock, { calendar, deployment });
  await fundAccounts(chain, deployment);
  await lendFirst(chain, deployment);
  await passTo(story, calendar.deployment + BigInt(TIMELOCK_DELAY_SECONDS) + HOUR);
  const oracle = { address: deployment.addresses.settlementOracle };
  const timelock = { address: deployment.addresses.timelock, abi: readArtifact("Timelock").abi };
  await sendStep(chain, [acceptance(oracle, timelock, "execute")]);
  await visit(story, 0);
  for (const [index, roll] of calendar.rolls.entries()) await liveEpoch(story, index + 1, roll);
  return deployment;
}

/** One epoch from its Friday to the visits of its week; the last one ends before `liveExpiry` and stays open. */
async function liveEpoch(story: Story, epoch: number, roll: bigint): Promise<void> {
  const { calendar, chain } = story;
  const isLast = epoch === calendar.rolls.length;
  await passTo(story, roll + MINUTE);
  const opening = isLast ? calendar.liveOpening : roll;
  if (opening !== roll) {
    await keep(story, "settler");
    await passTo(story, opening);
  }
  await keep(story, "curator");
  await passTo(story, (await chainTime(chain)) + CLEARED_AFTER);
  const report = await keep(story, "curator");
  const unsold = report.waits.filter(({ reason }) => reason !== "notExpired");
  if (unsold.length > 0) {
    throw new DevnetError(
      `Epoch ${epoch} did not come alive: ${unsold.map(({ vault, reason }) => `${vault} ${reason}`)}.`,
    );
  }
  if (!isLast) await passTo(story, roll + 2n * DAY);
  await visit(story, epoch);
}

/** Lets the keeper do everything that can be done at this time of the chain. */
async function keep({ chain, deployment }: Story, roller: Role) {
  const afterBroadcast = () => mineBlock(chain);
  return runUntilIdle(localKeeper(chain, deployment, { roller, afterBroadcast }));
}

/** The depositors' two visits of an epoch; between them two days, or five minutes in the epoch that stays open. */
async function visit(story: Story, epoch: number): Promise<void> {
  const { chain, deployment, calendar } = story;
  for (const number of [1, 2] as const) {
    const acts = DEPOSITOR_PLAN.filter((entry) => entry.epoch === epoch && entry.visit === number);
    if (acts.length > 0) await sendStep(chain, await depositorCalls(chain, deployment, acts));
    const lending = number === 1 ? await lendingCalls(chain, deployment, epoch) : [];
    if (lending.length > 0) await sendStep(chain, lending);
    const pause = epoch === 0 || epoch === calendar.rolls.length ? 5n * MINUTE : 2n * DAY;
    if (number === 1) await passTo(story, (await chainTime(chain)) + pause);
  }
}
