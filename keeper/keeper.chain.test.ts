import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { accountOf } from "@/devnet/accounts";
import { type LocalChain, localChain } from "@/devnet/chain/LocalChain";
import { localKeeper } from "@/devnet/history/localKeeper";
import { advanceMarket } from "@/devnet/prices/liveMarket";
import { type RunningDevnet, startDevnet } from "@/devnet/startDevnet";
import type { KeeperEvent, KeeperLog } from "./run/KeeperLog";
import { runKeeperStep, runUntilIdle } from "./run/runKeeperStep";

const LIVE = 2;
const IDLE = 0;
let folder: string;
let devnet: RunningDevnet;
let chain: LocalChain;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ballast-keeper-"));
  devnet = await startDevnet({ deploymentPath: join(folder, "deployment.json"), quiet: true, market: false });
  chain = localChain(devnet.rpcUrl);
});

afterAll(async () => {
  await devnet.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function epochs() {
  return Promise.all(
    devnet.deployment.vaults.map(({ address }) =>
      chain.read.readContract({ address, abi: strategyVaultAbi, functionName: "epoch" }),
    ),
  );
}

/** Time and a fresh price: nothing else moves this chain. */
async function passTo(time: bigint): Promise<void> {
  await advanceMarket(chain, devnet.deployment, time);
}

function recorder() {
  const events: KeeperEvent[] = [];
  const log: KeeperLog = (event) => events.push(event);
  return { events, log };
}

describe("two keepers with the same keys", () => {
  it("behavior: race through settlement, opening, quotes and clearing; each thing happens once", async () => {
    const one = recorder();
    const two = recorder();
    const keepers = [one, two].map(({ log }) => localKeeper(chain, devnet.deployment, { roller: "curator", log }));
    const race = () => Promise.all(keepers.map(runUntilIdle));
    const before = await epochs();

    await passTo((before[0]?.expiry ?? 0n) + 60n);
    for (let round = 0; round < 6; round += 1) await race();
    const selling = await epochs();
    expect(selling.map(({ number }) => number)).toEqual(before.map(({ number }) => number + 1n));

    await passTo((selling[0]?.saleEnd ?? 0n) + 60n);
    for (let round = 0; round < 3; round += 1) await race();
    const live = await epochs();
    expect(live.map(({ phase }) => phase)).toEqual(before.map(() => LIVE));
    expect(live.every(({ sizeSold }) => sizeSold > 0n)).toBe(true);

    for (const { address } of devnet.deployment.vaults) {
      const vault = { address, abi: strategyVaultAbi, fromBlock: 0n } as const;
      const opened = await chain.read.getContractEvents({ ...vault, eventName: "EpochOpened" });
      const settled = await chain.read.getContractEvents({ ...vault, eventName: "EpochSettled" });
      expect(new Set(opened.map(({ args }) => args.epoch)).size).toBe(opened.length);
      expect(settled).toHaveLength(opened.length - 1);
    }
    const events = [...one.events, ...two.events];
    expect(events).toContain("lost");
    expect(events).not.toContain("unreachable");
  });
});

describe("a keeper without the curator's key", () => {
  it("behavior: settles what has expired, opens nothing, and says why", async () => {
    const keeper = localKeeper(chain, devnet.deployment, { roller: "settler" });
    const before = await epochs();
    await passTo((before[0]?.expiry ?? 0n) + 60n);
    const { waits } = await runUntilIdle(keeper);
    expect((await epochs()).map(({ phase }) => phase)).toEqual(before.map(() => IDLE));
    expect(waits.map(({ reason }) => reason)).toEqual(before.map(() => "notCurator"));
  });
});

describe("an action under way", () => {
  it("behavior: is not sent again before it is mined", async () => {
    const { events, log } = recorder();
    const keeper = localKeeper(chain, devnet.deployment, { roller: "curator", log });
    await chain.test.setAutomine(false);
    const slow = runKeeperStep(keeper);
    const { length } = devnet.deployment.vaults;
    await expect.poll(() => events.filter((event) => event === "sent").length, { timeout: 10_000 }).toBe(length);
    const again = runKeeperStep(keeper);
    const report = await again;
    expect([report.wished, report.mined, report.lost]).toEqual([length, 0, 0]);
    await chain.test.mine({ blocks: 1 });
    expect((await slow).mined).toBe(length);
    expect(events.filter((event) => event === "sent")).toHaveLength(length);
    await chain.test.setAutomine(true);
  });
});

describe("a transaction that is not mined", () => {
  const clock = { now: 0 };
  const sending = { clock: () => clock.now, patience: 50 };
  const curator = accountOf("curator").address;
  const nonceOf = () => chain.read.getTransactionCount({ address: curator, blockTag: "latest" });

  /** Every vault has settled and waits for its curator; nothing is mined until it is said. */
  beforeEach(async () => {
    const [first] = await epochs();
    await passTo((first?.expiry ?? 0n) + 60n);
    await runUntilIdle(localKeeper(chain, devnet.deployment, { roller: "settler" }));
    expect((await epochs()).map(({ phase }) => phase)).toEqual(devnet.deployment.vaults.map(() => IDLE));
    await chain.test.setAutomine(false);
    clock.now = 0;
  });

  afterEach(async () => {
    await chain.test.setAutomine(true);
  });

  it("behavior: one sent before a restart is waited for, then its nonce is used again: it happens once", async () => {
    const { length } = devnet.deployment.vaults;
    const start = await nonceOf();
    const before = localKeeper(chain, devnet.deployment, { roller: "curator", sending });
    await runKeeperStep(before);
    expect([...before.inFlight.values()].map(({ nonce }) => nonce - start)).toEqual([0, 1, 2, 3, 4].slice(0, length));

    const { events, log } = recorder();
    const restarted = localKeeper(chain, devnet.deployment, { roller: "curator", log, sending });
    await runKeeperStep(restarted);
    expect([restarted.inFlight.size, events.filter((event) => event === "waiting").length]).toEqual([0, length]);
    clock.now = 51;
    await runKeeperStep(restarted);
    expect([...restarted.inFlight].map(([key, { nonce }]) => [key, nonce])).toEqual(
      [...before.inFlight].map(([key, { nonce }]) => [key, nonce]),
    );
    await chain.test.mine({ blocks: 1 });
    expect(await nonceOf()).toBe(start + length);
    expect((await epochs()).every(({ phase }) => phase !== IDLE)).toBe(true);
    expect(events).not.toContain("reverted");
  });

  it("behavior: its fee is raised under the same nonce; what is no longer wished is cancelled", async () => {
    const { events, log } = recorder();
    const keeper = localKeeper(chain, devnet.deployment, { roller: "curator", log, sending });
    const start = await nonceOf();
    await runKeeperStep(keeper);
    const first = new Map(keeper.inFlight);
    clock.now = 51;
    await runKeeperStep(keeper);
    expect(events.filter((event) => event === "raised")).toHaveLength(first.size);
    for (const [key, { nonce, hashes, fees }] of keeper.inFlight) {
      expect([nonce, hashes.length]).toEqual([first.get(key)?.nonce, 2]);
      expect(fees.maxFeePerGas).toBeGreaterThan(first.get(key)?.fees.maxFeePerGas ?? 0n);
    }
    clock.now = 102;
    const gone = { ...keeper, targets: { ...keeper.targets, vaults: [] } };
    await runKeeperStep(gone);
    await chain.test.mine({ blocks: 1 });
    expect(await nonceOf()).toBe(start + first.size);
    expect((await epochs()).map(({ phase }) => phase)).toEqual(devnet.deployment.vaults.map(() => IDLE));
    await runKeeperStep(gone);
    expect(keeper.inFlight.size).toBe(0);
  });
});
