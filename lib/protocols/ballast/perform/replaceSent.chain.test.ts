import { createClient, custom, http } from "viem";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { localAccount } from "@/devnet/localAccount";
import type { RunningDevnet } from "@/devnet/startDevnet";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { invariant } from "@/lib/errors/invariant";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import type { Replacement, TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { Vault } from "@/lib/vault/Vault";
import { readVaults } from "../read/readVaults";
import { askStep } from "./askStep";
import { perform } from "./perform";
import { depositIntent } from "./performFixture";
import { planIntent } from "./planIntent";
import { replaceSent } from "./replaceSent";

let test: TestDevnet;
let devnet: RunningDevnet;
let source: ChainSource;
let vault: Vault;
const account = localAccount(1);

beforeAll(async () => {
  test = await startTestDevnet();
  ({ devnet, source } = test);
  const found = (await readVaults(source)).find(({ asset }) => asset.symbol === "USDC");
  invariant(found, "a vault of USDC");
  vault = found;
});

beforeEach(async () => {
  await rpc("evm_setAutomine", true);
  await rpc("evm_mine");
});

afterAll(async () => {
  await test?.stop();
});

function rpc(method: string, ...params: readonly unknown[]): Promise<unknown> {
  return source.client.request({ method, params } as never);
}

function walletOf(answer?: (method: string) => unknown): WalletClient {
  const own = http(devnet.rpcUrl);
  if (answer === undefined) return createClient({ account, chain: source.client.chain, transport: own });
  const node = own({ chain: source.client.chain });
  const request = async ({ method, params }: { readonly method: string; readonly params?: unknown }) => {
    if (method === "eth_accounts") return [account.address];
    return method === "eth_sendTransaction" ? answer(method) : node.request({ method, params } as never);
  };
  const transport = custom({ request }, { retryCount: 0 });
  return createClient({ account: account.address, chain: source.client.chain, transport }) as WalletClient;
}

const planner = { account: account.address, walletChainId: 31_337, newId: () => "plan-1" };

/** A write that the test leads by hand from its plan to the pool, with nothing mined. */
async function waiting() {
  let state = reduceTransaction({ status: "idle" }, { type: "dismissed" });
  const record = (event: TransactionEvent) => {
    const before = state;
    state = reduceTransaction(state, event);
    return state !== before;
  };
  const intent = depositIntent(vault, 1_000_000_000n, { prefersApproval: true });
  record({ type: "intended", intent });
  record(await planIntent(source, { intent, nonce: null }, { planner, wallet: async () => walletOf() }));
  record({ type: "simulated", planId: "plan-1", step: 0, networkFeeWei: 1n, isCompared: true });
  record({ type: "accepted" });
  invariant(state.status === "awaitingSignature", "the plan is ready");
  await rpc("evm_setAutomine", false);
  await askStep(source, { progress: state, nonce: null }, { wallet: async () => walletOf(), record });
  return { record, state: () => state };
}

type Write = Awaited<ReturnType<typeof waiting>>;

function replace({ record, state }: Write, kind: Replacement, wallet = walletOf()) {
  const sent = state();
  invariant(sent.status === "broadcast", "it waits");
  return replaceSent(source, { sent, kind }, { wallet: async () => wallet, record });
}

/** Does what the state asks for until the status is another one. */
async function follow({ record, state }: Write): Promise<TransactionState> {
  const before = state();
  const stop = perform(before, {
    source,
    planner,
    wallet: async () => walletOf(),
    record,
    answer: () => undefined,
  });
  await expect.poll(() => state().status, { timeout: 10_000 }).not.toBe(before.status);
  stop();
  return state();
}

it("default: sped up, the faster one is mined and followed, the other is known", async () => {
  const write = await waiting();
  const slow = write.state();
  expect(await replace(write, "speedUp")).toEqual({ ok: true });
  const fast = write.state();
  invariant("hash" in slow && "hash" in fast, "both were sent");
  expect(fast.hash).not.toBe(slow.hash);
  expect(fast.earlierHashes).toEqual([slow.hash]);
  await rpc("evm_mine");
  expect(await follow(write)).toMatchObject({ status: "pending", hash: fast.hash });
});

it("behavior: cancelled, nothing is done and the number is used", async () => {
  const write = await waiting();
  expect(await replace(write, "cancel")).toEqual({ ok: true });
  expect(write.state()).toMatchObject({ status: "broadcast", delay: { kind: "cancelling" } });
  await rpc("evm_mine");
  expect(await follow(write)).toMatchObject({ status: "cancelled" });
});

it("behavior: a cancellation that comes too late changes nothing", async () => {
  const write = await waiting();
  await rpc("evm_mine");
  expect(await replace(write, "cancel")).toEqual({ ok: false, code: "nonceUsed" });
  expect(await follow(write)).toMatchObject({ status: "pending" });
});

it("behavior: a dropped one that was closed binds the next to its number, and once that is mined nothing is prepared unsaid", async () => {
  const { record, state } = await waiting();
  const sent = state();
  invariant(sent.status === "broadcast", "it waits");
  const { sentNonce: nonce, plan } = sent;
  record({ type: "dropped" });
  record({ type: "dismissed" });
  expect(state()).toEqual({ status: "idle", nonce });
  record({ type: "intended", intent: plan.intent });
  const planNext = () =>
    planIntent(source, { intent: plan.intent, nonce }, { planner, wallet: async () => walletOf() });
  expect((await planNext()).type).toBe("planned");
  await rpc("evm_mine");
  record(await planNext());
  expect(state()).toMatchObject({ status: "blocked", reason: { kind: "numberUsed", nonce } });
  record({ type: "retried" });
  expect(state()).toMatchObject({ status: "planning", nonce: null });
});

it("behavior: a reorganisation takes back what was done once it is in a block", async () => {
  const write = await waiting();
  await rpc("evm_mine");
  expect(await follow(write)).toMatchObject({ status: "pending" });
  // As high as before: nodes that have not come to its block cannot tell that it is gone.
  await rpc("anvil_reorg", 1, []);
  expect(await follow(write)).toMatchObject({ status: "broadcast", delay: null });
});

it.each<readonly [string, Error, string]>([
  ["a no in the wallet", Object.assign(new TypeError("denied"), { code: 4001 }), "walletRejected"],
  ["too small a raise", new TypeError("replacement transaction underpriced"), "feeTooLow"],
])("error: %s leaves it waiting as it was", async (_, thrown, code) => {
  const write = await waiting();
  const before = write.state();
  const wallet = walletOf(() => Promise.reject(thrown));
  expect(await replace(write, "speedUp", wallet)).toEqual({ ok: false, code });
  expect(write.state()).toBe(before);
  await rpc("evm_mine");
});
