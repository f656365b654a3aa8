import { type Account, createClient, custom, http } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { localAccount } from "@/devnet/localAccount";
import type { RunningDevnet } from "@/devnet/startDevnet";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { WalletClient } from "@/lib/chain/WalletClient";
import type { Intent } from "@/lib/transaction/Intent";
import { bps } from "@/lib/units/Bps";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Position } from "@/lib/vault/Position";
import { splitByWeights } from "@/lib/vault/splitByWeights";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { readPositions } from "../read/readPositions";
import { readStoredAllocation } from "../read/readStoredAllocation";
import { readVaults } from "../read/readVaults";
import { depositIntent, playIntent, spell } from "./performFixture";

let test: TestDevnet;
let devnet: RunningDevnet;
let source: ChainSource;
let vaults: readonly Vault[];

beforeAll(async () => {
  test = await startTestDevnet();
  ({ devnet, source } = test);
  vaults = await readVaults(source);
});

afterAll(async () => {
  await test?.stop();
});

const newcomer = localAccount(1);
const depositor = localAccount(2);
const ETHER = 10n ** 18n;

function walletOf(account: Account): WalletClient {
  return createClient({ account, chain: source.client.chain, transport: http(devnet.rpcUrl) });
}

function play(intent: Intent, account: Account & { readonly address: Address }, wallet = walletOf(account)) {
  return playIntent(source, { intent, account: account.address, wallet });
}

function vaultAt(index: number): Vault {
  const vault = vaults[index];
  if (!vault) throw new TypeError(`no vault ${index}`);
  return vault;
}

async function positionAt(index: number, account: Account): Promise<Position> {
  const position = (await readPositions(source, account.address))[index];
  if (!position) throw new TypeError(`no position ${index}`);
  return position;
}

describe("perform", () => {
  it("default: a deposit by permit is one signature and one transaction", async () => {
    const before = await positionAt(1, newcomer);
    const { state, statuses } = await play(depositIntent(vaultAt(1), 1_000_000_000n), newcomer);
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    expect(statuses.filter((status) => status === "awaitingSignature").length).toBeGreaterThanOrEqual(2);
    const after = await positionAt(1, newcomer);
    expect(before.walletAssets - after.walletAssets).toBe(1_000_000_000n);
    expect(after.requests.pendingDepositAssets - before.requests.pendingDepositAssets).toBe(1_000_000_000n);
    expect(after.assetAllowance).toBe(0n);
  });

  it("behavior: approve and act, and the allowance is used up", async () => {
    const before = await positionAt(2, newcomer);
    const intent = depositIntent(vaultAt(2), 250_000_001n, { prefersApproval: true });
    const { state } = await play(intent, newcomer);
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    expect("finished" in state && state.finished.map(({ kind }) => kind)).toEqual(["approve"]);
    const after = await positionAt(2, newcomer);
    expect(after.requests.pendingDepositAssets - before.requests.pendingDepositAssets).toBe(250_000_001n);
    expect(after.assetAllowance).toBe(0n);
  });

  it("behavior: ETH is wrapped on the way", async () => {
    const before = await positionAt(0, newcomer);
    const intent = depositIntent(vaultAt(0), 2n * ETHER, { isPaidInCoin: true });
    const { state } = await play(intent, newcomer);
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    const after = await positionAt(0, newcomer);
    expect(after.requests.pendingDepositAssets - before.requests.pendingDepositAssets).toBe(2n * ETHER);
    expect(after.walletAssets).toBe(before.walletAssets);
  });

  it("behavior: WETH, which knows no permit, is approved", async () => {
    const { state } = await play(depositIntent(vaultAt(0), ETHER), newcomer);
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    expect("finished" in state && state.finished.map(({ kind }) => kind)).toEqual(["approve"]);
  });

  it("behavior: one permit, two vaults, stored weights", async () => {
    const weights = [bps(6_500n), bps(3_500n)];
    const assets = tokenAmount(333_333_333n);
    const split = splitByWeights(assets, weights);
    const parts = [vaultAt(1), vaultAt(2)].map((vault, index) => ({
      vault: { address: vault.address, name: vault.name },
      assets: tokenAmount(split[index] ?? 0n),
    }));
    const before = await Promise.all([positionAt(1, newcomer), positionAt(2, newcomer)]);
    const { state } = await play(depositIntent(vaultAt(1), assets, { parts, storesAllocation: true }), newcomer);
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    const after = await Promise.all([positionAt(1, newcomer), positionAt(2, newcomer)]);
    const gained = after.map(
      (position, index) =>
        position.requests.pendingDepositAssets - (before[index]?.requests.pendingDepositAssets ?? 0n),
    );
    expect(gained).toEqual([...split]);
    const stored = await readStoredAllocation(source, { account: newcomer.address, asset: vaultAt(1).asset.address });
    expect(stored.map(({ weight }) => weight)).toEqual(weights);
  });

  it("behavior: a pending deposit is cancelled and paid back whole", async () => {
    const { requests } = await positionAt(2, newcomer);
    const vault = vaultAt(2);
    const name = { address: vault.address, name: vault.name };
    const assets = requests.pendingDepositAssets;
    const { state } = await play({ kind: "cancelDeposit", vault: name, asset: vault.asset, assets }, newcomer);
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    expect((await positionAt(2, newcomer)).requests.pendingDepositAssets).toBe(0n);
  });

  it("behavior: shares and assets that wait are claimed to the last unit", async () => {
    const [put, condor] = [vaultAt(1), vaultAt(2)];
    const waiting = await Promise.all([positionAt(1, depositor), positionAt(2, depositor)]);
    const claimable = waiting[0]?.requests.claimableDepositShares ?? shares(0n);
    expect(claimable).toBeGreaterThan(0n);
    const claim = { address: put.address, name: put.name };
    const first = await play({ kind: "claimShares", vault: claim, share: put.share, shares: claimable }, depositor);
    expect(first.state.status, JSON.stringify(first.state, spell)).toBe("confirmed");
    const requests = waiting[1]?.requests;
    const second = await play(
      {
        kind: "claimAssets",
        vault: { address: condor.address, name: condor.name },
        asset: condor.asset,
        shares: requests?.claimableRedeemShares ?? shares(0n),
        assets: requests?.claimableRedeemAssets ?? tokenAmount(0n),
      },
      depositor,
    );
    expect(second.state.status, JSON.stringify(second.state, spell)).toBe("confirmed");
    const after = await Promise.all([positionAt(1, depositor), positionAt(2, depositor)]);
    expect(after[0]?.requests.claimableDepositShares).toBe(0n);
    expect(after[0]?.requests.claimableDepositAssets).toBe(0n);
    expect(after[1]?.requests.claimableRedeemShares).toBe(0n);
  });

  it("behavior: two vaults are left at once by share permits", async () => {
    const positions = await Promise.all([positionAt(1, depositor), positionAt(2, depositor)]);
    const parts = [vaultAt(1), vaultAt(2)].map((vault, index) => ({
      vault: { address: vault.address, name: vault.name },
      share: vault.share,
      shares: shares(positions[index]?.shares ?? 0n),
    }));
    const { state } = await play({ kind: "redeem", parts }, depositor);
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    expect("finished" in state && state.finished.map(({ kind }) => kind)).toEqual(["permit", "permit"]);
    const after = await Promise.all([positionAt(1, depositor), positionAt(2, depositor)]);
    expect(after.map((position) => position.shares)).toEqual([0n, 0n]);
  });

  it("error: more than the balance never reaches the wallet", async () => {
    const { state, statuses } = await play(depositIntent(vaultAt(1), 10n ** 15n), newcomer);
    expect(state.status).toBe("blocked");
    expect(state.status === "blocked" && state.reason.kind === "wouldRevert" && state.reason.revert.errorName).toBe(
      "ERC20InsufficientBalance",
    );
    expect(statuses).not.toContain("awaitingSignature");
  });

  it("error: a no in the wallet ends it, nothing is sent", async () => {
    const refusal = Object.assign(new TypeError("denied"), { code: 4001 });
    const local = http(devnet.rpcUrl)({ chain: source.client.chain });
    const wallet = createClient({
      account: newcomer.address,
      chain: source.client.chain,
      transport: custom({
        request: async ({ method, params }) => {
          if (method === "eth_signTypedData_v4" || method === "eth_sendTransaction") throw refusal;
          if (method === "eth_accounts") return [newcomer.address];
          return local.request({ method, params } as never);
        },
      }),
    }) as WalletClient;
    const { state } = await play(depositIntent(vaultAt(1), 1_000_000_000n), newcomer, wallet);
    expect(state.status).toBe("rejected");
  });

  it("error: another account in the wallet is not asked", async () => {
    const { state } = await play(depositIntent(vaultAt(1), 1_000_000_000n), newcomer, walletOf(depositor));
    expect(state.status === "walletFailed" && state.code).toBe("walletAccountChanged");
  });
});

describe("a feed that reverts", () => {
  it("behavior: is told as a price too old, and everybody still gets out", async () => {
    for (const { feed } of source.deployment.feeds) {
      await source.client.request({ method: "anvil_setCode", params: [feed, "0x60006000fd"] } as never);
    }
    for (const { spot, epoch, blockTimestamp } of await readVaults(source)) {
      expect(spot.price).toBe(epoch.spotAtOpen);
      expect(blockTimestamp - spot.updatedAt).toBeGreaterThan(BigInt(spot.maxAgeSeconds));
    }
    const put = vaultAt(1);
    const vault = { address: put.address, name: put.name };
    const [mine, theirs] = await Promise.all([positionAt(1, newcomer), positionAt(1, depositor)]);
    const assets = mine.requests.pendingDepositAssets;
    const waiting = theirs.requests.pendingRedeemShares;
    expect([assets > 0n, waiting > 0n]).toEqual([true, true]);
    const ends = [
      await play({ kind: "cancelDeposit", vault, asset: put.asset, assets }, newcomer),
      await play({ kind: "cancelRedeem", vault, share: put.share, shares: waiting }, depositor),
      await play({ kind: "redeem", parts: [{ vault, share: put.share, shares: waiting }] }, depositor),
    ];
    expect(ends.map(({ state }) => state.status)).toEqual(["confirmed", "confirmed", "confirmed"]);
    expect((await positionAt(1, depositor)).requests.pendingRedeemShares).toBe(waiting);
  });
});
