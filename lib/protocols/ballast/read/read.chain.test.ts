import { encodeFunctionData, formatLog, numberToHex, parseEventLogs, type RpcLog } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { strategyPolicyAbi } from "@/contracts-abi/StrategyPolicy";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import type { RunningDevnet } from "@/devnet/startDevnet";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import { contractRead } from "@/lib/chain/ContractRead";
import { readCoinBalance } from "@/lib/chain/readCoinBalance";
import type { Deployment } from "@/lib/config/Deployment";
import { realisedReturn } from "@/lib/vault/realisedReturn";
import { readControls } from "./readControls";
import { readFeeds } from "./readFeeds";
import { readHoldings } from "./readHoldings";
import { readPositions } from "./readPositions";
import { readVaultHistories } from "./readVaultHistories";
import { readVault, readVaults } from "./readVaults";

let test: TestDevnet;
let devnet: RunningDevnet;
let deployment: Deployment;

beforeAll(async () => {
  test = await startTestDevnet();
  ({ devnet, deployment } = test);
});

afterAll(async () => {
  await test?.stop();
});

/** A source that notes the method of each request. */
function countedSource(from: Deployment): { readonly source: ChainSource; readonly methods: string[] } {
  const source = createChainSource(from);
  const methods: string[] = [];
  const request = source.client.request as (asked: { readonly method: string }, options?: unknown) => Promise<unknown>;
  const counted = (asked: { readonly method: string }, options?: unknown) => {
    methods.push(asked.method);
    return request(asked, options);
  };
  Object.assign(source.client, { request: counted });
  return { source, methods };
}

describe("reading", () => {
  it("default: a page is one request at one block", async () => {
    const { source, methods } = countedSource(deployment);
    const depositor = devnet.deployment.accounts.find(({ role }) => role === "portfolio")?.address ?? "0x";
    const [vaults, positions, coins, { block }] = await Promise.all([
      readVaults(source),
      readPositions(source, depositor),
      readCoinBalance(source, depositor),
      source.reader.read({}),
    ]);
    expect(methods).toEqual(["eth_call"]);
    expect(vaults).toHaveLength(deployment.vaults.length);
    expect(new Set(vaults.map(({ blockNumber }) => blockNumber))).toEqual(new Set([block.number]));
    expect(vaults.every(({ epoch }) => epoch.phase === "live")).toBe(true);
    expect(vaults.map(({ underlyingSymbol }) => underlyingSymbol)).toEqual(["ETH", "ETH", "ETH", "BTC", "BTC"]);
    expect(positions.some(({ shares }) => shares > 0n)).toBe(true);
    expect(coins).toBeGreaterThan(0n);
  });

  it("default: what five addresses have is one request too, and what each is told by itself", async () => {
    const { source, methods } = countedSource(deployment);
    const accounts = devnet.deployment.accounts.slice(0, 5).map(({ address }) => address);
    const holdings = await readHoldings(source, accounts);
    expect(methods).toEqual(["eth_call"]);
    expect(holdings.map(({ account }) => account)).toEqual(accounts);
    for (const { account, wei, positions } of holdings) {
      expect([wei, positions]).toEqual([await readCoinBalance(source, account), await readPositions(source, account)]);
    }
    expect(new Set(holdings.flatMap(({ positions }) => positions.map(({ shares }) => shares))).size).toBeGreaterThan(1);
  });

  it("behavior: the list and the single vault say the same", async () => {
    const { source } = countedSource(deployment);
    const [vaults, single] = await Promise.all([
      readVaults(source),
      readVault(source, deployment.vaults[2]?.address ?? "0x"),
    ]);
    expect(single).toEqual(vaults[2]);
  });

  it("behavior: histories come in one request, losing epochs among them, and add up", async () => {
    const { source, methods } = countedSource(deployment);
    const vaults = await readVaults(source);
    const toBlock = vaults[0]?.blockNumber ?? 0n;
    methods.length = 0;
    const histories = await readVaultHistories(source, { vaults: vaults.map(({ address }) => address), toBlock });
    expect(methods).toEqual(["eth_getLogs"]);
    for (const [index, { pastEpochs, fills }] of histories.entries()) {
      const vault = vaults[index];
      expect(pastEpochs.length).toBeGreaterThanOrEqual(12);
      expect(pastEpochs.map(({ number }) => number)).toEqual(pastEpochs.map((_, at) => at + 1));
      expect(pastEpochs.some(({ payout, premium }) => payout > premium)).toBe(true);
      expect(pastEpochs.every(({ settledAt, expiry, openedAt }) => openedAt < expiry && expiry <= settledAt)).toBe(
        true,
      );
      expect(pastEpochs.at(-1)?.sharePrice).toBe(vault?.sharePrice);
      const open = fills.filter(({ epoch }) => epoch === vault?.epoch.number);
      expect(open.reduce((sum, { premium }) => sum + premium, 0n)).toBe(vault?.epoch.premium);
      expect(open.every(({ legPrices }) => legPrices.length === vault?.legs.length)).toBe(true);
    }
  });

  it("behavior: an epoch's parts are what its share price did", async () => {
    const { source } = countedSource(deployment);
    const vaults = await readVaults(source);
    const toBlock = vaults[0]?.blockNumber ?? 0n;
    const histories = await readVaultHistories(source, { vaults: vaults.map(({ address }) => address), toBlock });
    for (const { pastEpochs } of histories) {
      const { epochs, parts } = realisedReturn({ epochs: pastEpochs, isInUnderlying: false });
      expect(epochs).toHaveLength(pastEpochs.length);
      for (const { inAsset, shares } of epochs) expect(Math.abs(inAsset - shares.net)).toBeLessThan(1e-9);
      const { premium, payout, surplus, managementFee, performanceFee } = parts;
      expect(parts.net).toBe(premium - payout + surplus - managementFee - performanceFee);
    }
  });

  it("behavior: the parts and the requests are all that ever moved a vault's assets, to the last unit", async () => {
    const { source } = countedSource(deployment);
    for (const { address } of deployment.vaults) {
      const filter = [{ address, fromBlock: numberToHex(deployment.startBlock), toBlock: "latest" }] as const;
      const raw = (await source.client.request({ method: "eth_getLogs", params: filter as never })) as RpcLog[];
      let assets = 0n;
      let openings = 0;
      for (const { eventName, args } of parseEventLogs({
        abi: strategyVaultAbi,
        logs: raw.map((log) => formatLog(log)),
      })) {
        if (eventName === "RequestsExecuted") assets += args.depositsExecuted - args.redemptionsExecuted;
        if (eventName === "MarginSurplus") assets += args.assets;
        if (eventName === "EpochSettled") {
          // fees are shares of what is there: they take no asset out
          assets += args.premium - args.payout + args.depositsExecuted - args.redemptionsExecuted;
        }
        if (eventName === "EpochOpened") {
          openings += 1;
          expect(args.assets).toBe(assets);
        }
      }
      expect(openings).toBeGreaterThanOrEqual(12);
      expect((await readVault(source, address)).epoch.assetsAtOpen).toBe(assets);
    }
  });

  it("default: the feeds of every pair, both with their latest round", async () => {
    const { source, methods } = countedSource(deployment);
    const pairs = await readFeeds(source);
    expect(methods).toEqual(["eth_call"]);
    expect(pairs.map(({ description }) => description)).toEqual(deployment.feeds.map(({ description }) => description));
    for (const [index, { first, second, maxDelaySeconds, maxAgeSeconds }] of pairs.entries()) {
      expect(first.feed).toBe(deployment.feeds[index]?.feed);
      expect(first.latest?.price).toBeGreaterThan(0n);
      expect(second?.latest?.price).toBeGreaterThan(0n);
      expect([maxDelaySeconds, maxAgeSeconds]).toEqual([7_200, 10_800]);
    }
  });

  it("default: who can change what, with the timelock's roles from its events", async () => {
    const { source } = countedSource(deployment);
    const { shared, vaults } = await readControls(source);
    const deployer = devnet.deployment.accounts.find(({ role }) => role === "deployer")?.address;
    expect(shared).toMatchObject({
      timelock: deployment.addresses.timelock,
      delaySeconds: 259_200,
      roles: { proposers: [deployer], executors: "anyone", admins: [] },
      oracleOwnership: { owner: deployment.addresses.timelock, pendingOwner: null },
      secondFeedWaitSeconds: 86_400,
      lastRoundWaitSeconds: 604_800,
    });
    expect(vaults.map(({ vault }) => vault)).toEqual(deployment.vaults.map(({ address }) => address));
    for (const { policyOwnership, highestManagementFee, highestPerformanceFee, expiryFeeds, isDead } of vaults) {
      expect(policyOwnership).toEqual({ owner: deployment.addresses.timelock, pendingOwner: null });
      expect([highestManagementFee, highestPerformanceFee]).toEqual([500n, 3_000n]);
      expect(deployment.feeds.map(({ feed }) => feed)).toContain(expiryFeeds?.first);
      expect(isDead).toBe(false);
    }
  });

  it("behavior: terms that the policy takes on under an open epoch are not yet the vault's", async () => {
    const { source } = countedSource(deployment);
    const rpc = (method: string, ...params: readonly unknown[]) => source.client.request({ method, params } as never);
    const [first] = deployment.vaults;
    if (!first) throw new TypeError("a vault");
    const policy = { address: first.policy, abi: strategyPolicyAbi } as const;
    const { values } = await source.reader.read({ terms: contractRead({ ...policy, functionName: "terms" }) });
    const before = await readVault(source, first.address);
    const changed = { ...values.terms, cap: 1n, maxLossBps: 1 };
    const data = encodeFunctionData({ abi: strategyPolicyAbi, functionName: "setTerms", args: [changed] });
    const from = before.contracts.owner;
    await rpc("anvil_impersonateAccount", from);
    await rpc("anvil_setBalance", from, "0xde0b6b3a7640000");
    await rpc("eth_sendTransaction", { from, to: first.policy, data });
    await rpc("anvil_mine", "0x1");
    const after = await source.reader.read({ terms: contractRead({ ...policy, functionName: "terms" }) });
    expect(after.values.terms.cap).toBe(1n);
    expect((await readVault(source, first.address)).terms).toEqual(before.terms);
  });

  it("error: a vault whose own contracts are not the deployment's is refused", async () => {
    const [first, second] = deployment.vaults;
    if (!first || !second) throw new TypeError("two vaults");
    const foreign = { ...deployment, vaults: [{ ...first, policy: second.policy }] };
    await expect(readVaults(createChainSource(foreign))).rejects.toMatchObject({
      code: "garbledAnswer",
      subject: `policy of ${first.address}`,
    });
  });

  it("error: an address that is no vault of the deployment", async () => {
    const { source } = countedSource(deployment);
    await expect(readVault(source, `0x${"9".repeat(40)}`)).rejects.toMatchObject({ code: "configuration" });
  });
});
