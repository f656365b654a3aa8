import { createPublicClient, encodeFunctionData, type Hex, http, type PublicClient } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { addressOf, type Role } from "@/devnet/accounts";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { mintCall } from "@/devnet/faucet/mintCall";
import { jumpToNextExpiry } from "@/devnet/timeMachine/jumpToNextExpiry";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import { STRANGER } from "@/lib/transaction/planFixture";
import { WAD } from "@/lib/units/Wad";
import type { VaultActivity } from "@/lib/vault/Activity";
import { costBasis } from "@/lib/vault/costBasis";
import { positionValue } from "@/lib/vault/positionValue";
import { requestLives } from "@/lib/vault/requestLives";
import { vaultResult } from "@/lib/vault/vaultResult";
import { readActivity } from "./readActivity";

let test: TestDevnet;
let source: ChainSource;
let chain: PublicClient;
const MILLION = 10n ** 12n;
/** In the order of the deployment. */
const CONDOR = 2;

beforeAll(async () => {
  test = await startTestDevnet();
  ({ source } = test);
  chain = createPublicClient({ transport: http(test.devnet.rpcUrl) });
});

afterAll(async () => {
  await test?.stop();
});

async function send(from: Hex, to: Hex, data: Hex) {
  const node = source.client.request as (asked: { method: string; params?: unknown }) => Promise<unknown>;
  await node({ method: "anvil_impersonateAccount", params: [from] });
  await node({ method: "anvil_setBalance", params: [from, "0x8ac7230489e80000"] });
  const hash = (await node({ method: "eth_sendTransaction", params: [{ from, to, data }] })) as Hex;
  const { status } = await chain.waitForTransactionReceipt({ hash });
  expect(status).toBe("success");
}

type VaultCall = Pick<Parameters<typeof encodeFunctionData<typeof strategyVaultAbi>>[0], "functionName" | "args">;

function call(from: Hex, vault: Hex, what: VaultCall) {
  return send(from, vault, encodeFunctionData({ abi: strategyVaultAbi, ...what } as never));
}

async function deposit(
  from: Hex,
  { assets, controller = from }: { readonly assets: bigint; readonly controller?: Hex },
) {
  const { asset, address } = vault();
  const { to, data } = mintCall(asset, from, assets);
  await send(addressOf("faucet"), to ?? asset, data);
  await send(
    from,
    asset,
    encodeFunctionData({ abi: erc20PermitAbi, functionName: "approve", args: [address, assets] }),
  );
  await call(from, address, { functionName: "requestDeposit", args: [assets, controller, from] });
}

function vault() {
  const found = source.deployment.vaults[CONDOR];
  if (found === undefined) throw new TypeError("no such vault");
  return found;
}

/** The sums that must be one (invariant 6), with the requests and the state asked of the chain without the app's readers. */
async function expectWhole(account: Hex, { vault: address, events, requests }: VaultActivity) {
  const asset = source.deployment.vaults.find((one) => one.address === address)?.asset ?? "0x";
  const assetDecimals = await chain.readContract({ address: asset, abi: erc20PermitAbi, functionName: "decimals" });
  const { lives, isExplained } = requestLives(events, assetDecimals);
  expect(isExplained).toBe(true);
  const at = { address, abi: strategyVaultAbi } as const;
  const stated = await chain.readContract({ ...at, functionName: "requestsOf", args: [account] });
  expect(requests).toEqual(stated);
  const range = { ...at, args: { controller: account }, fromBlock: 0n, strict: true } as const;
  const deposits = await chain.getContractEvents({ ...range, eventName: "DepositRequest" });
  const redemptions = await chain.getContractEvents({ ...range, eventName: "RedeemRequest" });
  const of = (kind: string, field: "pending" | "claimable" | "claimed" | "refundable" | "returned" | "amount") =>
    lives.reduce((sum, life) => sum + (life.kind === kind ? life[field] : 0n), 0n);
  expect(of("deposit", "amount")).toBe(deposits.reduce((sum, { args }) => sum + args.assets, 0n));
  expect(of("redeem", "amount")).toBe(redemptions.reduce((sum, { args }) => sum + args.shares, 0n));
  for (const [kind, pending, claimable, refundable] of [
    ["deposit", stated.pendingDepositAssets, stated.claimableDepositAssets, stated.refundableAssets],
    ["redeem", stated.pendingRedeemShares, stated.claimableRedeemShares, stated.refundableShares],
  ] as const) {
    expect(pending + claimable + of(kind, "claimed") + refundable + of(kind, "returned")).toBe(of(kind, "amount"));
    expect([of(kind, "pending"), of(kind, "claimable"), of(kind, "refundable")]).toEqual([
      pending,
      claimable,
      refundable,
    ]);
  }
  return lives;
}

async function resultOf({ vault: address, events, requests, shares }: VaultActivity) {
  const sharePrice = await chain.readContract({ address, abi: strategyVaultAbi, functionName: "sharePrice" });
  const asset = source.deployment.vaults.find((one) => one.address === address)?.asset ?? "0x";
  const decimals = await chain.readContract({ address: asset, abi: erc20PermitAbi, functionName: "decimals" });
  const basis = costBasis(events, { assetDecimals: decimals, usdAt: () => 1 });
  const { totalAssets } = positionValue({ requests, shares }, { sharePrice, asset: { decimals } } as never);
  return { basis, result: vaultResult(basis, { valueAssets: totalAssets, assetDecimals: decimals, assetUsd: 1 }) };
}

describe("activity of an address", () => {
  it.each<readonly [Role, number]>([
    ["portfolio", 4],
    ["anna", 3],
    ["boris", 3],
    ["clara", 2],
    ["dmitri", 5],
    ["feeRecipient", 5],
    ["demo", 0],
  ])("default: %s's requests add up to what the vaults say", async (role, vaults) => {
    const account = addressOf(role);
    const activity = await readActivity(source, account);
    expect(activity.vaults).toHaveLength(vaults);
    for (const one of activity.vaults) {
      await expectWhole(account, one);
      const { basis, result } = await resultOf(one);
      expect(result.resultAssets).toBe(result.valueAssets + basis.outAssets - basis.inAssets);
    }
  });

  it("behavior: over the cap, for another controller, to another receiver, and a transfer: still every unit", async () => {
    const [demo, anna] = [addressOf("demo"), addressOf("anna")];
    const { address } = vault();
    await deposit(demo, { assets: 20n * MILLION });
    await deposit(anna, { assets: MILLION, controller: demo });
    await deposit(anna, { assets: 9n * MILLION });
    await jumpToNextExpiry({ rpcUrl: test.devnet.rpcUrl, deployment: test.devnet.deployment });
    const capped = await readActivity(source, demo);
    const [own] = capped.vaults;
    if (own === undefined) throw new TypeError("no activity");
    const lives = await expectWhole(demo, own);
    expect(lives.map(({ amount }) => amount)).toEqual([20n * MILLION, MILLION]);
    expect(lives.every(({ claimable, refundable }) => claimable > 0n && refundable > 0n)).toBe(true);

    const { claimableDepositShares } = own.requests;
    await call(demo, address, { functionName: "mint", args: [claimableDepositShares / 2n, demo, demo] });
    await call(demo, address, { functionName: "mint", args: [claimableDepositShares / 4n, STRANGER, demo] });
    await call(demo, address, { functionName: "transfer", args: [STRANGER, 3n * WAD] });
    await call(STRANGER, address, { functionName: "transfer", args: [demo, WAD] });
    await call(demo, address, { functionName: "transfer", args: [demo, 7n * WAD] });
    await call(demo, address, { functionName: "transfer", args: [address, 2n * WAD] });
    await call(demo, address, { functionName: "requestRedeem", args: [5n * WAD, STRANGER, demo] });
    await call(demo, address, { functionName: "requestRedeem", args: [11n * WAD, demo, demo] });
    await call(demo, address, { functionName: "cancelRedeemRequest", args: [0n, demo] });
    await call(demo, address, { functionName: "cancelRedeem", args: [STRANGER, demo] });
    await call(demo, address, { functionName: "cancelDeposit", args: [anna, demo] });
    for (const account of [demo, STRANGER, anna]) {
      const { vaults } = await readActivity(source, account);
      const found = vaults.find((one) => one.vault === address);
      if (found === undefined) throw new TypeError(`no activity of ${account}`);
      await expectWhole(account, found);
    }
    const after = (await readActivity(source, demo)).vaults[0];
    expect(after?.events.slice(-12).map(({ kind }) => kind)).toEqual([
      "sharesClaimed",
      "sharesClaimed",
      "sharesSent",
      "sharesSent",
      "sharesReceived",
      "sharesSent",
      "sharesSent",
      "redeemRequested",
      "redeemCancelled",
      "sharesReturned",
      "sharesSent",
      "assetsReturned",
    ]);
    if (after === undefined) throw new TypeError("no activity");
    const { basis, result } = await resultOf(after);
    expect(basis.inAssets).toBeGreaterThan(21n * MILLION);
    // Nothing but rounding was made or lost: the price has not changed since the deposit was executed.
    expect(Math.abs(Number(result.resultAssets))).toBeLessThan(20);
  });

  it("error: a node that forgets, cuts off or adds logs is not believed", async () => {
    const account = addressOf("portfolio");
    const gap = { code: "activityGap" };
    await expect(
      readActivity(
        lying(() => []),
        account,
      ),
    ).rejects.toMatchObject(gap);
    await expect(
      readActivity(
        lying((logs) => logs.slice(3)),
        account,
      ),
    ).rejects.toMatchObject(gap);
    await expect(
      readActivity(
        lying((logs) => logs.slice(0, -1)),
        account,
      ),
    ).rejects.toMatchObject(gap);
    const foreign = lying((logs) => logs.map((log) => ({ ...log, address: STRANGER })));
    await expect(readActivity(foreign, account)).rejects.toMatchObject({ code: "garbledAnswer" });
    expect((await readActivity(source, account)).vaults).toHaveLength(4);
  });

  it("behavior: where one node forgets, another that does not is asked", async () => {
    const [url = ""] = source.deployment.rpcUrls;
    const forgetful = lying(() => []);
    const two = { ...forgetful, deployment: { ...source.deployment, rpcUrls: [url, url] } };
    expect((await readActivity(two, addressOf("portfolio"))).vaults).toHaveLength(4);
  });
});

/** A source whose own client answers `eth_getLogs` in another way. */
function lying(change: (logs: readonly object[]) => readonly object[]): ChainSource {
  const liar = createChainSource(source.deployment);
  const request = liar.client.request as (asked: { readonly method: string }, options?: unknown) => Promise<unknown>;
  const answer = async (asked: { readonly method: string }, options?: unknown) => {
    const said = await request(asked, options);
    return asked.method === "eth_getLogs" ? change(said as readonly object[]) : said;
  };
  Object.assign(liar.client, { request: answer });
  return liar;
}
