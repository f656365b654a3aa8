import type { Address } from "@/lib/vault/Token";
import { type KeeperView, readKeeperState } from "../chain/readKeeperState";
import { type Execution, executeActions } from "./executeActions";
import type { Keeper } from "./Keeper";
import { type KeeperWait, planActions } from "./planActions";

/** What a step did, and what the keeper waits for. */
export type StepReport = Execution & {
  readonly wished: number;
  readonly waits: readonly KeeperWait[];
  /** The block that was read, and its time. */
  readonly blockNumber: bigint;
  readonly blockTime: bigint;
  /** Vaults whose epoch has expired and is not settled, and when it expired. */
  readonly unsettled: readonly { readonly vault: Address; readonly expiry: bigint }[];
};

/** One round of a keeper: read one block, plan, simulate, send, wait. */
export async function runKeeperStep(keeper: Keeper): Promise<StepReport> {
  const makers = keeper.makers.map(({ signer }) => signer.account.address);
  const view = await readKeeperState(keeper.reader, { ...keeper, makers });
  const { actions, waits } = planActions(keeper, view);
  const execution = await executeActions(keeper, actions);
  const { blockNumber, now } = view;
  return { ...execution, wished: actions.length, waits, blockNumber, blockTime: now, unsettled: unsettledOf(view) };
}

function unsettledOf({ vaults, now }: KeeperView): StepReport["unsettled"] {
  return vaults.flatMap(({ state: { address, epoch } }) =>
    epoch.phase !== "idle" && epoch.expiry < now ? [{ vault: address, expiry: epoch.expiry }] : [],
  );
}

const MOST_ROUNDS = 20;

/** Steps until nothing more can be done at this time of the chain: no wish, or none that came true. */
export async function runUntilIdle(keeper: Keeper): Promise<StepReport> {
  let report = await runKeeperStep(keeper);
  for (let round = 1; round < MOST_ROUNDS && report.mined > 0; round += 1) report = await runKeeperStep(keeper);
  return report;
}
