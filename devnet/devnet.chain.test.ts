import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clearinghouseAbi } from "@/contracts-abi/Clearinghouse";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { strategyPolicyAbi } from "@/contracts-abi/StrategyPolicy";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { addressOf } from "./accounts";
import { type LocalChain, localChain } from "./chain/LocalChain";
import { sendLive } from "./chain/sendLive";
import { DRIP } from "./faucet/dripFaucet";
import { depositorCalls } from "./history/depositorCalls";
import { SETTLED_EPOCHS } from "./history/depositorPlan";
import { devFeedAbi } from "./prices/devMarketAbi";
import { type RunningDevnet, startDevnet } from "./startDevnet";

let folder: string;
let devnet: RunningDevnet;
let chain: LocalChain;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ballast-devnet-"));
  devnet = await startDevnet({ deploymentPath: join(folder, "deployment.json"), quiet: true });
  chain = localChain(devnet.rpcUrl);
});

afterAll(async () => {
  await devnet.stop();
  rmSync(folder, { recursive: true, force: true });
});

function post(route: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  return fetch(`${devnet.controlUrl}/${route}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** fetch does not let a caller choose the host header. */
function statusForHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(`${devnet.controlUrl}/health`, { headers: { host } }, (response) => resolve(response.statusCode)).on(
      "error",
      reject,
    );
  });
}

const requestsOf = (vault: number, who: "demo" | "portfolio") =>
  chain.read.readContract({
    address: devnet.deployment.vaults[vault]?.address ?? "0x",
    abi: strategyVaultAbi,
    functionName: "requestsOf",
    args: [addressOf(who)],
  });

describe("a lived history", () => {
  it("behavior: every vault settled its epochs, some at a loss, and one is live and sold", async () => {
    for (const { address } of devnet.deployment.vaults) {
      const vault = { address, abi: strategyVaultAbi } as const;
      const settled = await chain.read.getContractEvents({ ...vault, eventName: "EpochSettled", fromBlock: 0n });
      expect(settled).toHaveLength(SETTLED_EPOCHS);
      const losing = settled.filter(({ args }) => (args.payout ?? 0n) > (args.premium ?? 0n));
      expect(losing.length).toBeGreaterThanOrEqual(2);
      expect(losing.length).toBeLessThan(SETTLED_EPOCHS / 2);
      const epoch = await chain.read.readContract({ ...vault, functionName: "epoch" });
      const { timestamp } = await chain.read.getBlock();
      expect([epoch.number, epoch.phase]).toEqual([BigInt(SETTLED_EPOCHS + 1), 2]);
      expect(epoch.sizeSold).toBeGreaterThan(0n);
      expect(epoch.expiry - timestamp).toBeGreaterThan(86_400n - 600n);
      expect(new Date(Number(epoch.expiry) * 1000).toUTCString()).toMatch(/^Fri, .* 08:00:00 GMT$/);
    }
  });

  it("behavior: the chain's clock is the machine's", async () => {
    const { timestamp } = await chain.read.getBlock();
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(15);
  });

  it("behavior: the oracle and every policy belong to a timelock of 72 hours", async () => {
    const { timelock, settlementOracle } = devnet.deployment.addresses;
    const owned = [settlementOracle, ...devnet.deployment.vaults.map(({ policy }) => policy)];
    for (const address of owned) {
      const owner = await chain.read.readContract({ address, abi: strategyPolicyAbi, functionName: "owner" });
      expect(owner).toBe(timelock);
    }
  });

  it("behavior: the demo wallet has money and no place in any vault; the portfolio has all that can be had", async () => {
    const { weth, usdc, cbbtc } = devnet.deployment.addresses;
    for (const address of [weth, usdc, cbbtc]) {
      const token = { address, abi: erc20PermitAbi, functionName: "balanceOf", args: [addressOf("demo")] } as const;
      expect(await chain.read.readContract(token)).toBeGreaterThan(0n);
    }
    for (const index of devnet.deployment.vaults.keys()) {
      expect(Object.values(await requestsOf(index, "demo")).every((amount) => amount === 0n)).toBe(true);
    }
    const [call, put, condor] = await Promise.all([0, 1, 2].map((index) => requestsOf(index, "portfolio")));
    expect(call?.pendingDepositAssets).toBe(5n * 10n ** 18n);
    expect(call?.pendingRedeemShares).toBeGreaterThan(0n);
    expect(put?.claimableDepositShares).toBeGreaterThan(0n);
    expect(condor?.claimableRedeemAssets).toBeGreaterThan(0n);
  });

  it("behavior: the clearinghouse holds what it says", async () => {
    const { clearinghouse, weth, usdc, cbbtc } = devnet.deployment.addresses;
    for (const address of [weth, usdc, cbbtc]) {
      const held = await chain.read.readContract({
        address,
        abi: erc20PermitAbi,
        functionName: "balanceOf",
        args: [clearinghouse],
      });
      const owed = await chain.read.readContract({
        address: clearinghouse,
        abi: clearinghouseAbi,
        functionName: "totalHeld",
        args: [address],
      });
      expect(held).toBeGreaterThanOrEqual(owed);
    }
  });

  it("behavior: prices and blocks keep coming", async () => {
    const rounds = () =>
      Promise.all(
        devnet.deployment.feeds.map(async ({ feed: address }) => {
          const latest = { address, abi: devFeedAbi, functionName: "latestRoundData" } as const;
          return (await chain.read.readContract(latest))[0];
        }),
      );
    const before = await rounds();
    const blockBefore = await chain.read.getBlockNumber();
    await expect
      .poll(async () => (await rounds()).every((round, index) => round > (before[index] ?? 0n)), { timeout: 15_000 })
      .toBe(true);
    expect(await chain.read.getBlockNumber()).toBeGreaterThan(blockBefore + 1n);
  });
});

describe("control", () => {
  it("behavior: the faucet gives ether, wrapped ether, dollars and wrapped bitcoin", async () => {
    const receiver = `0x${"12".repeat(20)}` as const;
    expect((await post("faucet", { address: receiver })).status).toBe(200);
    expect(await chain.read.getBalance({ address: receiver })).toBe(DRIP.eth);
    const { weth, usdc, cbbtc } = devnet.deployment.addresses;
    const balance = (address: typeof weth) =>
      chain.read.readContract({ address, abi: erc20PermitAbi, functionName: "balanceOf", args: [receiver] });
    expect(await Promise.all([weth, usdc, cbbtc].map(balance))).toEqual([DRIP.weth, DRIP.usdc, DRIP.cbbtc]);
  });

  it("error: no address, no JSON, another host, an unknown route", async () => {
    expect((await post("faucet", { address: "0x12" })).status).toBe(400);
    expect((await post("faucet", {}, { "content-type": "text/plain" })).status).toBe(415);
    expect((await fetch(`${devnet.controlUrl}/nothing`)).status).toBe(404);
    expect(await statusForHost("rebound.example")).toBe(403);
    expect(await statusForHost("localhost")).toBe(200);
  });

  it("behavior: a jump settles, opens and sells the next epochs; what was pending is claimable; a second caller waits", async () => {
    await sendLive(
      chain,
      await depositorCalls(chain, devnet.deployment, [
        { epoch: 0, visit: 1, who: "demo", vault: 1, act: { kind: "deposit", amount: 1_000 } },
      ]),
    );
    const first = post("time-machine", {});
    const second = await new Promise<Response>((resolve, reject) =>
      setTimeout(() => post("time-machine", {}).then(resolve, reject), 100),
    );
    expect(second.status).toBe(409);
    const jump = await (await first).json();
    const vaults = devnet.deployment.vaults.map(({ address }) => address);
    expect(jump.settledEpochs.map(({ vault }: { vault: string }) => vault)).toEqual(vaults);
    expect(jump.openedEpochs.map(({ epoch }: { epoch: number }) => epoch)).toEqual(
      vaults.map(() => SETTLED_EPOCHS + 2),
    );
    const requests = await requestsOf(1, "demo");
    expect([requests.pendingDepositAssets, requests.claimableDepositAssets]).toEqual([0n, 1_000_000_000n]);
    for (const address of vaults) {
      const epoch = await chain.read.readContract({ address, abi: strategyVaultAbi, functionName: "epoch" });
      expect([epoch.phase, epoch.number]).toEqual([2, BigInt(SETTLED_EPOCHS + 2)]);
    }
  });
});

describe("a second run beside the first", () => {
  it("behavior: other ports, another file, and nothing is left when it ends", async () => {
    const deploymentPath = join(folder, "second.json");
    const other = await startDevnet({ deploymentPath, quiet: true, market: false });
    expect(other.rpcUrl).not.toBe(devnet.rpcUrl);
    expect(await localChain(other.rpcUrl).read.getChainId()).toBe(31_337);
    const block = await localChain(other.rpcUrl).read.getBlockNumber();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await localChain(other.rpcUrl).read.getBlockNumber()).toBe(block);
    await other.stop();
    expect(existsSync(deploymentPath)).toBe(false);
    await expect(fetch(other.rpcUrl, { method: "POST" })).rejects.toThrow();
    await expect(fetch(`${other.controlUrl}/health`)).rejects.toThrow();
    await expect(fetch(other.marketUrl)).rejects.toThrow();
    expect(await chain.read.getChainId()).toBe(31_337);
  });
});
