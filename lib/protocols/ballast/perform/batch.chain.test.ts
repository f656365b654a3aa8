import { encodeFunctionData, type Hex, parseAbi, toHex } from "viem";
import { waitForTransactionReceipt } from "viem/actions";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AskedCall, BatchAccount } from "@/devnet/batchAccountFixture";
import { putBack } from "@/devnet/chain/putBackFixture";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { localAccount } from "@/devnet/localAccount";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Intent } from "@/lib/transaction/Intent";
import type { Position } from "@/lib/vault/Position";
import type { Vault } from "@/lib/vault/Vault";
import { readPositions } from "../read/readPositions";
import { readVaults } from "../read/readVaults";
import { type Sent, type Ways, walletWith } from "./batchWalletFixture";
import { lookAtBatch } from "./lookAtBatch";
import { depositIntent, playIntent, spell } from "./performFixture";

const TOKEN = parseAbi([
  "function approve(address spender, uint256 amount)",
  "function transfer(address to, uint256 amount)",
  "function setOperator(address operator, bool approved)",
  "function pauseDeposits()",
  "function requestDeposit(uint256 assets, address controller, address owner)",
  "function cancelDeposit(address receiver, address controller)",
  "function setAllocation(address asset, (address vault, uint16 weightBps)[] allocations)",
]);
const owner = localAccount(1);
const depositor = localAccount(2);
const thief = localAccount(9);
const ASSETS = 1_000_000_000n;

let test: TestDevnet;
let source: ChainSource;
let vaults: readonly Vault[];
let snapshot: unknown;
let batches: BatchAccount;

beforeAll(async () => {
  test = await startTestDevnet();
  ({ source } = test);
  vaults = await readVaults(source);
  await accountOf(owner).becomeSmart();
  await accountOf(depositor).becomeSmart();
  snapshot = await rpc("evm_snapshot");
});

beforeEach(async () => {
  expect(await putBack(rpc, snapshot), "the chain is as it was").toBe(true);
  snapshot = await rpc("evm_snapshot");
  batches = accountOf(owner);
});

afterAll(async () => {
  await test?.stop();
});

function rpc(method: string, ...params: readonly unknown[]): Promise<unknown> {
  return source.client.request({ method, params } as never);
}

function accountOf(account: typeof owner): BatchAccount {
  const { multicall3 } = source.deployment.addresses;
  return new BatchAccount({ account, rpcUrl: test.devnet.rpcUrl, multicall3 });
}

function vaultAt(index: number): Vault {
  const vault = vaults[index];
  if (!vault) throw new TypeError(`no vault ${index}`);
  return vault;
}

async function positionAt(index: number, account = owner): Promise<Position> {
  const position = (await readPositions(source, account.address))[index];
  if (!position) throw new TypeError(`no position ${index}`);
  return position;
}

function failing(code: number) {
  return () => Promise.reject(Object.assign(new TypeError("no"), { code }));
}

/** A wallet that does its duty, but for these ways. */
function walletOf(ways: Partial<Ways>) {
  return walletWith(source, {
    account: owner,
    sendCalls: async ({ id, calls }) => ({ id: (await batches.carryOut(id, calls)) && id }),
    status: (id) => batches.status(id, source.deployment.chainId),
    ...ways,
  });
}

async function play(ways: Partial<Ways>, intent: Intent = depositIntent(vaultAt(1), ASSETS)) {
  const { wallet, asked } = walletOf(ways);
  const account = (ways.account ?? owner).address;
  const count = (method: string) => asked.filter((one) => one === method).length;
  return { ...(await playIntent(source, { intent, account, wallet })), count };
}

function call(to: Hex, encoded: Parameters<typeof encodeFunctionData<typeof TOKEN>>[0] | Hex): AskedCall {
  return { to, data: typeof encoded === "string" ? encoded : encodeFunctionData(encoded) };
}

describe("a wallet that sends calls together", () => {
  it("default: an old allowance is reset, the new one given and used: one question, one transaction", async () => {
    const { asset } = vaultAt(1);
    const router = source.deployment.addresses.strategyRouter;
    await batches.carryOut("before", [
      call(asset.address, { abi: TOKEN, functionName: "approve", args: [router, 7n] }),
    ]);
    const before = await positionAt(1);
    const { state, statuses, count } = await play({});
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    expect("plan" in state && state.plan?.steps.map(({ kind }) => kind)).toEqual(["approve", "approve", "act"]);
    expect([count("wallet_sendCalls"), count("eth_sendTransaction"), count("eth_signTypedData_v4")]).toEqual([1, 0, 0]);
    expect(statuses.filter((status) => status === "batchSent").length).toBeGreaterThan(0);
    const after = await positionAt(1);
    expect(before.walletAssets - after.walletAssets).toBe(ASSETS);
    expect(after.requests.pendingDepositAssets - before.requests.pendingDepositAssets).toBe(ASSETS);
    expect(after.assetAllowance).toBe(0n);
  });

  it("default: two vaults are left at once, each by an approval of its shares", async () => {
    batches = accountOf(depositor);
    const held = await Promise.all([positionAt(1, depositor), positionAt(2, depositor)]);
    const parts = [1, 2].map((index, at) => {
      const { address, name, share } = vaultAt(index);
      return { vault: { address, name }, share, shares: held[at]?.shares ?? failedShares() };
    });
    const { state, count } = await play({ account: depositor }, { kind: "redeem", parts });
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    expect([count("wallet_sendCalls"), count("eth_sendTransaction")]).toEqual([1, 0]);
  });

  it("behavior: all or nothing is asked for, for this chain, under the plan's own name", async () => {
    let asked: unknown;
    const sendCalls = async (sent: Sent) => {
      asked = sent;
      await batches.carryOut("another name", sent.calls);
      return { id: "another name" };
    };
    const { state } = await play({ sendCalls });
    expect(state).toMatchObject({ status: "confirmed", batchId: "another name" });
    expect(asked).toMatchObject({
      version: "2.0.0",
      id: "0x706c616e2d31",
      from: owner.address,
      chainId: toHex(source.deployment.chainId),
      atomicRequired: true,
    });
  });

  it("behavior: a name that it has already is looked up, not sent again", async () => {
    const sendCalls = async ({ id, calls }: Sent) => {
      await batches.carryOut(id, calls);
      return failing(5720)();
    };
    const { state, count } = await play({ sendCalls });
    expect([state.status, count("wallet_sendCalls")]).toEqual(["confirmed", 1]);
  });

  it("behavior: one that took it and failed to say so is asked by its name, and what it did is followed", async () => {
    const sendCalls = async ({ id, calls }: Sent) => {
      await batches.carryOut(id, calls);
      return failing(-32603)();
    };
    const { state, statuses, count } = await play({ sendCalls });
    expect([state.status, count("wallet_sendCalls")]).toEqual(["confirmed", 1]);
    expect(statuses).toContain("unclear");
  });

  it("behavior: one whose calls the chain refuses says why", async () => {
    const guardian = test.devnet.deployment.accounts.find(({ role }) => role === "guardian")?.address;
    const sendCalls = async ({ id, calls }: Sent) => {
      const pause = { from: guardian, ...call(vaultAt(1).address, { abi: TOKEN, functionName: "pauseDeposits" }) };
      await rpc("anvil_impersonateAccount", guardian);
      const hash = (await rpc("eth_sendTransaction", pause)) as Hex;
      await waitForTransactionReceipt(source.client, { hash });
      await batches.carryOut(id, calls, 1_000_000n);
      return { id };
    };
    const { state } = await play({ sendCalls });
    expect(state.status, JSON.stringify(state, spell)).toBe("reverted");
    expect(state.status === "reverted" && state.revert?.errorName).toMatch(/Paused|DepositsPaused/);
  });
});

function failedShares(): never {
  throw new TypeError("the depositor holds shares");
}

describe("a wallet that does not", () => {
  it.each<readonly [string, Partial<Ways>]>([
    ["another chain's promise", { capabilities: { "0x1": { atomic: { status: "supported" } } } }],
    ["one that would have to become a smart account", { capabilities: { "0x0": { atomic: { status: "ready" } } } }],
    ["an answer that makes no sense", { capabilities: "yes" }],
  ])("default: %s is no promise: a permit is signed", async (_name, ways) => {
    const { state, count } = await play(ways);
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    expect([count("wallet_sendCalls"), count("eth_signTypedData_v4")]).toEqual([0, 1]);
  });

  it.each([
    [5750, "upgrade"],
    [-32602, "unsupported"],
  ])("behavior: refusal %i leads to a permit after another review", async (code, why) => {
    const { state, statuses, count } = await play({ sendCalls: failing(code) });
    expect(state).toMatchObject({ status: "confirmed", plan: { intent: { refusals: [{ kind: "batch", why }] } } });
    expect(statuses.filter((status) => status === "planning")).toHaveLength(2);
    expect([count("wallet_sendCalls"), count("eth_signTypedData_v4")]).toEqual([1, 1]);
  });

  it("behavior: one that signs no permit either approves first", async () => {
    const { state, count } = await play({ sendCalls: failing(5760), typedData: failing(4200) });
    expect(state).toMatchObject({
      status: "confirmed",
      plan: { intent: { refusals: [{ kind: "batch", why: "atomicity" }, { kind: "permit" }] } },
    });
    expect([count("wallet_sendCalls"), count("eth_signTypedData_v4"), count("eth_sendTransaction")]).toEqual([1, 1, 2]);
  });

  it("behavior: a no of the person ends it, nothing is sent", async () => {
    const { state, count } = await play({ sendCalls: failing(4001) });
    expect(state.status).toBe("rejected");
    expect(count("eth_signTypedData_v4") + count("eth_sendTransaction")).toBe(0);
  });

  it("error: one that gives it up, or forgets it, is never called done", async () => {
    const keepsQuiet = async ({ id }: Sent) => ({ id });
    const gaveUp = await play({ sendCalls: keepsQuiet, status: async () => ({ status: 400 }) });
    expect(gaveUp.state.status).toBe("batchFailed");
    const forgot = await play({ sendCalls: keepsQuiet });
    expect(forgot.state).toMatchObject({ status: "unclear", isLookedAt: true });
  });
});

/** Calls in place of those asked for. */
const instead = (change: (sent: Sent) => readonly AskedCall[]) => async (sent: Sent) => {
  await batches.carryOut(sent.id, change(sent));
  return { id: sent.id };
};
const besides = (to: Hex, encoded: Parameters<typeof call>[1]): Partial<Ways> => ({
  sendCalls: instead(({ calls }) => [...calls, call(to, encoded)]),
});
const usdc = () => vaultAt(1).asset.address;

function otherVault(): Vault {
  const other = vaults.find(({ address, asset }) => asset.address === usdc() && address !== vaultAt(1).address);
  if (!other) throw new TypeError("two vaults of one asset");
  return other;
}

const LIES: readonly (readonly [string, () => Partial<Ways>, readonly string[]])[] = [
  [
    "an allowance for a stranger besides",
    () => besides(usdc(), { abi: TOKEN, functionName: "approve", args: [thief.address, 1n] }),
    ["allowance"],
  ],
  [
    "a stranger as operator besides",
    () => besides(vaultAt(1).address, { abi: TOKEN, functionName: "setOperator", args: [thief.address, true] }),
    ["operator"],
  ],
  [
    "a request in another vault cancelled for a stranger besides",
    () => {
      const { address } = otherVault();
      const approve = { abi: TOKEN, functionName: "approve", args: [address, ASSETS] } as const;
      const request = {
        abi: TOKEN,
        functionName: "requestDeposit",
        args: [ASSETS, owner.address, owner.address],
      } as const;
      const { sendCalls } = besides(address, {
        abi: TOKEN,
        functionName: "cancelDeposit",
        args: [thief.address, owner.address],
      });
      return {
        sendCalls: async (sent) => {
          await batches.carryOut("before", [call(usdc(), approve), call(address, request)]);
          return sendCalls?.(sent);
        },
      };
    },
    ["settled", "settled"],
  ],
  [
    "another split stored besides",
    () => {
      const args = [usdc(), []] as const;
      return besides(source.deployment.addresses.strategyRouter, { abi: TOKEN, functionName: "setAllocation", args });
    },
    ["split"],
  ],
  [
    "the amount sent to a stranger",
    () => ({
      sendCalls: instead(() => [call(usdc(), { abi: TOKEN, functionName: "transfer", args: [thief.address, ASSETS] })]),
    }),
    ["moved", "request"],
  ],
  [
    "the deposit in a stranger's name",
    () => ({
      sendCalls: instead(({ calls }) =>
        calls.map(({ to, data = "0x" }, index) =>
          call(
            to,
            index === 0
              ? data
              : (data.replaceAll(owner.address.slice(2).toLowerCase(), thief.address.slice(2).toLowerCase()) as Hex),
          ),
        ),
      ),
    }),
    ["request"],
  ],
  [
    "coins sent along",
    () => ({ sendCalls: instead(({ calls }) => [...calls, { to: thief.address, value: toHex(10n ** 18n) }]) }),
    ["moved"],
  ],
  [
    "coins alone, and said to have failed",
    () => ({
      sendCalls: instead(() => [{ to: thief.address, value: toHex(10n ** 18n) }]),
      status: async (id: string) => {
        const told = await batches.status(id, source.deployment.chainId);
        return told.status === 200 ? { ...told, status: 500 } : told;
      },
    }),
    ["moved", "moved", "moved", "request"],
  ],
  [
    "the approval alone",
    () => ({ sendCalls: instead(({ calls }) => calls.slice(0, 1)) }),
    ["moved", "moved", "request", "allowance"],
  ],
  ["nothing at all", () => ({ sendCalls: instead(() => []) }), ["moved", "moved", "request"]],
  [
    "one call after the other",
    () => ({
      sendCalls: async ({ id, calls }) => {
        const hashes: Hex[] = [];
        for (const one of calls) hashes.push(await batches.carryOut(id, [one]));
        batches.carriedOut.set(id, hashes);
        return { id };
      },
    }),
    ["atomic"],
  ],
  [
    "on another chain, by its own word",
    () => ({
      status: async (id: string) => ({ ...(await batches.status(id, source.deployment.chainId)), chainId: "0x1" }),
    }),
    ["chainId"],
  ],
];

describe("a wallet that does something else than was shown", () => {
  it.each(LIES)("error: %s is reported at once and never called done", async (_name, ways, fields) => {
    const { state, statuses } = await play(ways());
    expect(state.status, JSON.stringify(state, spell)).toBe("sentOther");
    expect(state.status === "sentOther" && state.differences.map(({ field }) => field)).toEqual(fields);
    expect(statuses).not.toContain("confirmed");
  });

  it("error: an older transaction that did the same is not taken for this one", async () => {
    const first = await play({});
    expect(first.state.status).toBe("confirmed");
    const older = "hash" in first.state ? first.state.hash : "0x";
    const { state } = first;
    if (state.status !== "confirmed") return;
    const { plan, finished, sentNonce } = state;
    const later = { ...plan, blockNumber: state.blockNumber };
    const sent = {
      status: "batchSent",
      plan: later,
      finished,
      nonce: null,
      batchId: "0x01",
      sentNonce,
      delay: null,
    } as const;
    const { wallet } = walletOf({ status: async () => ({ status: 200, receipts: [{ transactionHash: older }] }) });
    const look = (idle: number) => lookAtBatch(source, { sent, wallet: async () => wallet }, { idle, unknown: 0 });
    const told = { type: "batchDelayed", batchId: "0x01" };
    expect((await look(0)).events).toEqual([{ ...told, delay: null }]);
    expect((await look(14)).events).toEqual([{ ...told, delay: "untraced" }]);
  });
});
