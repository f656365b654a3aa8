import {
  createClient,
  custom,
  encodeFunctionData,
  type Hex,
  http,
  keccak256,
  numberToHex,
  parseAbi,
  parseTransaction,
  toHex,
} from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accountOf } from "@/devnet/accounts";
import { type AskedCall, BatchAccount } from "@/devnet/batchAccountFixture";
import { putBack } from "@/devnet/chain/putBackFixture";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { localAccount } from "@/devnet/localAccount";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import type { Vault } from "@/lib/vault/Vault";
import { readPositions } from "../read/readPositions";
import { readVaults } from "../read/readVaults";
import { followSent } from "./followSent";
import { depositIntent, type Played, playOn, spell } from "./performFixture";

const account = localAccount(1);
const guardian = accountOf("guardian");
const ASSETS = 1_000_000_000n;

let test: TestDevnet;
let source: ChainSource;
let vault: Vault;
let snapshot: unknown;
/** Signed transactions as they went out, in order. */
let sent: Hex[];

beforeAll(async () => {
  test = await startTestDevnet();
  ({ source } = test);
  const found = (await readVaults(source)).find(({ asset }) => asset.symbol === "USDC");
  if (found === undefined) throw new TypeError("no vault of USDC");
  vault = found;
  snapshot = await rpc("evm_snapshot");
});

beforeEach(async () => {
  expect(await putBack(rpc, snapshot), "the chain is as it was").toBe(true);
  snapshot = await rpc("evm_snapshot");
  sent = [];
});

afterAll(async () => {
  await test?.stop();
});

function rpc(method: string, ...params: readonly unknown[]): Promise<unknown> {
  return source.client.request({ method, params } as never);
}

/** Signs by itself and keeps what it signed, so that a block can be made of it again. */
function wallet(): WalletClient {
  const transport = http(test.devnet.rpcUrl);
  const { request } = transport({ chain: source.client.chain });
  const keeping = async (asked: { readonly method: string; readonly params?: unknown }) => {
    if (asked.method === "eth_sendRawTransaction") sent.push((asked.params as readonly [Hex])[0]);
    return request(asked as never);
  };
  const kept: typeof transport = (options) => ({ ...transport(options), request: keeping as never });
  return createClient({ account, chain: source.client.chain, transport: kept }) as WalletClient;
}

type SentState = Extract<TransactionState, { status: "pending" | "confirmed" }>;

/** Carries a write on until it has one of these statuses, in this block if one is named. */
async function carryOn(from: TransactionState, first: TransactionEvent | null, until: Until): Promise<Played> {
  const isOver = (state: TransactionState) =>
    until.statuses.includes(state.status) &&
    (until.block === undefined || ("blockNumber" in state && state.blockNumber === until.block));
  const isMining = until.isMining ?? false;
  return playOn(source, { account: account.address, wallet: until.by ?? wallet(), from, first, isOver, isMining });
}

type Until = {
  /** Absent: one that signs each transaction by itself. */
  readonly by?: WalletClient;
  readonly statuses: readonly TransactionState["status"][];
  readonly block?: bigint;
  readonly isMining?: boolean;
};

/** A deposit by permit that has as many confirmations as the reorganisation to come is deep. */
async function depositUnder(blocks: number): Promise<SentState> {
  const intent = depositIntent(vault, ASSETS);
  const begun = await carryOn({ status: "idle" }, { type: "intended", intent }, { statuses: ["pending"] });
  await rpc("anvil_mine", numberToHex(blocks - 1));
  const { state } = blocks < 2 ? begun : await carryOn(begun.state, null, { statuses: ["confirmed"] });
  if (state.status !== "pending" && state.status !== "confirmed") throw new TypeError(JSON.stringify(state, spell));
  return state;
}

/** The newest blocks are others: those of the transactions named, each in the block at its place, and empty ones. */
function reorganise(depth: number, back: readonly (readonly [Hex, number])[]): Promise<unknown> {
  return rpc("anvil_reorg", depth, back);
}

async function held() {
  const [position] = (await readPositions(source, account.address)).filter((one) => one.vault === vault.address);
  return { assets: position?.walletAssets, pending: position?.requests.pendingDepositAssets };
}

const rawOf = (index: number): Hex => sent[index] ?? "0x";

describe.each([1, 2, 7])("a reorganisation of depth %i", (depth) => {
  it("default: that keeps the transaction in another block is followed there, and nobody is asked again", async () => {
    const before = await held();
    const state = await depositUnder(depth);
    const block = state.blockNumber + BigInt(depth - 1);
    await reorganise(depth, [[rawOf(0), depth - 1]]);
    const { state: end, statuses } = await carryOn(state, null, { statuses: ["confirmed"], block, isMining: true });
    expect(end).toMatchObject({ status: "confirmed", blockNumber: block, hash: state.hash });
    // One block deep it had not been called confirmed; deeper it is pending once more, in its new block.
    expect(statuses).toEqual(depth === 1 ? ["confirmed"] : ["pending", "confirmed"]);
    expect(sent).toHaveLength(1);
    expect(await held()).toEqual({ assets: (before.assets ?? 0n) - ASSETS, pending: ASSETS });
  });

  it("behavior: that loses the transaction is told, and a second attempt can never be a second deposit", async () => {
    const before = await held();
    const state = await depositUnder(depth);
    await reorganise(depth, []);
    expect(await held()).toEqual(before);
    const { state: lost, statuses } = await followed(state);
    expect(statuses).toEqual(["broadcast", "dropped"]);
    const { state: end } = await carryOn(lost, { type: "retried" }, { statuses: ["confirmed"], isMining: true });
    expect(end.status).toBe("confirmed");
    expect(sent).toHaveLength(2);
    expect(parseTransaction(rawOf(1)).nonce).toBe(parseTransaction(rawOf(0)).nonce);
    await expect(rpc("eth_sendRawTransaction", rawOf(0))).rejects.toThrow(/nonce/);
    expect(await held()).toEqual({ assets: (before.assets ?? 0n) - ASSETS, pending: ASSETS });
  });

  it("behavior: that loses it for a while: whoever brings it back, it is followed to the end", async () => {
    const state = await depositUnder(depth);
    await reorganise(depth, []);
    const { state: lost } = await followed(state);
    await rpc("eth_sendRawTransaction", rawOf(0));
    const { state: end } = await carryOn(lost, null, { statuses: ["confirmed"], isMining: true });
    expect(end).toMatchObject({ status: "confirmed", hash: state.hash });
    expect(sent).toHaveLength(1);
    expect((await held()).pending).toBe(ASSETS);
  });
});

/** Looks at a transaction until it counts as dropped, with a shorter pause than a page makes. */
async function followed(from: SentState): Promise<Played> {
  let state: TransactionState = from;
  const statuses: string[] = [];
  let stop = () => {};
  await new Promise<void>((resolve) => {
    const record = (event: TransactionEvent) => {
      const next = reduceTransaction(state, event);
      if (next === state) return false;
      state = next;
      statuses.push(next.status);
      if (next.status === "dropped") resolve();
      return true;
    };
    stop = followSent(
      source,
      { ...from, includedIn: from.blockNumber, delay: null },
      { record, pauseMilliseconds: 20 },
    );
  });
  stop();
  return { state, statuses };
}

it("error: what comes back without its approval fails there, is told as failed, and can be tried again", async () => {
  const before = await held();
  const intent = depositIntent(vault, ASSETS, { prefersApproval: true });
  const begun = { status: "idle" } as const;
  const done = await carryOn(begun, { type: "intended", intent }, { statuses: ["confirmed"], isMining: true });
  expect(sent).toHaveLength(2);
  const approval = (await rpc("eth_getTransactionReceipt", keccak256(rawOf(0)))) as { readonly blockNumber: Hex };
  const head = BigInt((await rpc("eth_blockNumber")) as Hex);
  const depth = Number(head - BigInt(approval.blockNumber) + 1n);
  // The approval's number is taken by nothing that approves, so that the deposit can follow it and fails.
  const empty = await account.signTransaction({ ...EMPTY, nonce: parseTransaction(rawOf(0)).nonce ?? 0 });
  await reorganise(depth, [
    [empty, 0],
    [rawOf(1), 1],
  ]);
  const { state: failed } = await carryOn(done.state, null, { statuses: ["reverted"] });
  expect(failed).toMatchObject({ status: "reverted", hash: keccak256(rawOf(1)) });
  expect(await held()).toEqual(before);
  const { state: end } = await carryOn(failed, { type: "retried" }, { statuses: ["confirmed"], isMining: true });
  expect(end.status).toBe("confirmed");
  expect(await held()).toEqual({ assets: (before.assets ?? 0n) - ASSETS, pending: ASSETS });
});

/** Nothing to oneself. */
const EMPTY = {
  type: "eip1559",
  chainId: 31_337,
  to: account.address,
  gas: 21_000n,
  maxFeePerGas: 10n ** 11n,
  maxPriorityFeePerGas: 10n ** 9n,
} as const;

describe("a batch", () => {
  let batches: BatchAccount;

  beforeEach(async () => {
    const { multicall3 } = source.deployment.addresses;
    batches = new BatchAccount({ account, rpcUrl: test.devnet.rpcUrl, multicall3 });
    await batches.becomeSmart();
    // So that a reorganisation takes nothing else out of the chain.
    await rpc("anvil_mine", numberToHex(9));
  });

  /** Carries several calls out as one, and knows the transaction ever after. */
  function batchWallet(): WalletClient {
    const { chain } = source.client;
    const request = async ({ method, params }: { readonly method: string; readonly params?: unknown }) => {
      const [first] = (params ?? []) as readonly unknown[];
      if (method === "eth_accounts") return [account.address];
      if (method === "wallet_getCapabilities") return { [toHex(chain.id)]: { atomic: { status: "supported" } } };
      if (method === "wallet_getCallsStatus") return batches.status(String(first), chain.id);
      if (method !== "wallet_sendCalls") return rpc(method, ...((params ?? []) as readonly unknown[]));
      const { id, calls } = first as { readonly id: string; readonly calls: readonly AskedCall[] };
      sent.push((await rpc("eth_getRawTransactionByHash", await batches.carryOut(id, calls))) as Hex);
      return { id };
    };
    const transport = custom({ request }, { retryCount: 0 });
    return createClient({ account: account.address, chain, transport }) as WalletClient;
  }

  async function batchUnder(blocks: number): Promise<SentState> {
    const first = { type: "intended", intent: depositIntent(vault, ASSETS) } as const;
    const { state } = await carryOn({ status: "idle" }, first, { by: batchWallet(), statuses: ["pending"] });
    await rpc("anvil_mine", numberToHex(blocks - 1));
    if (state.status !== "pending") throw new TypeError(JSON.stringify(state, spell));
    return state;
  }

  it.each([
    [1, 1, 1n],
    [2, 1, 0n],
    [7, 2, -4n],
  ])(
    "default: a reorganisation of depth %i, under %i blocks, brings it to its end in a block before its plan's too",
    async (depth, blocks, after) => {
      const before = await held();
      const state = await batchUnder(blocks);
      const block = state.plan.blockNumber + after;
      await reorganise(depth, [[rawOf(0), 0]]);
      const by = batchWallet();
      const { state: end } = await carryOn(state, null, { by, statuses: ["confirmed"], block, isMining: true });
      expect(end).toMatchObject({ status: "confirmed", blockNumber: block, hash: state.hash });
      expect(sent).toHaveLength(1);
      expect(await held()).toEqual({ assets: (before.assets ?? 0n) - ASSETS, pending: ASSETS });
    },
  );

  it("error: one that comes back in a block of the same number, and fails there, is told as failed", async () => {
    const before = await held();
    const state = await batchUnder(1);
    const data = encodeFunctionData({ abi: parseAbi(["function pauseDeposits()"]), functionName: "pauseDeposits" });
    const nonce = Number(await rpc("eth_getTransactionCount", guardian.address, "latest"));
    const pause = await guardian.signTransaction({ ...EMPTY, to: vault.address, data, gas: 200_000n, nonce });
    await reorganise(2, [
      [pause, 0],
      [rawOf(0), 1],
    ]);
    const { state: end } = await carryOn(state, null, {
      by: batchWallet(),
      statuses: ["reverted", "confirmed"],
      isMining: true,
    });
    expect(end).toMatchObject({ status: "reverted", blockNumber: state.blockNumber, hash: state.hash });
    expect(await held()).toEqual(before);

    // What made it fail was never mined: it is taken up again, and not asked for anew.
    const head = Number(await rpc("eth_blockNumber"));
    await reorganise(head - Number(state.blockNumber) + 2, [[rawOf(0), 1]]);
    const { state: again } = await carryOn(end, null, { by: batchWallet(), statuses: ["confirmed"], isMining: true });
    expect(again).toMatchObject({ status: "confirmed", hash: state.hash });
    expect(sent).toHaveLength(1);
    expect(await held()).toEqual({ assets: (before.assets ?? 0n) - ASSETS, pending: ASSETS });
  });
});
