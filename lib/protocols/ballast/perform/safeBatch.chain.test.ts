import {
  type Abi,
  type Address,
  createClient,
  encodeDeployData,
  encodeFunctionData,
  type Hex,
  http,
  toHex,
  zeroAddress,
} from "viem";
import { getBalance, readContract, sendTransaction, waitForTransactionReceipt } from "viem/actions";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { putBack } from "@/devnet/chain/putBackFixture";
import { readArtifact } from "@/devnet/contracts/artifacts";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { localAccount } from "@/devnet/localAccount";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { SentBatch } from "@/lib/transaction/batch";
import type { Intent } from "@/lib/transaction/Intent";
import { depositPlan } from "@/lib/transaction/planFixture";
import type { Vault } from "@/lib/vault/Vault";
import { readPositions } from "../read/readPositions";
import { readVaults } from "../read/readVaults";
import { type Sent, walletWith } from "./batchWalletFixture";
import { lookAtBatch } from "./lookAtBatch";
import { depositIntent, playIntent, spell } from "./performFixture";

const ETHER = 10n ** 18n;
const FIRST_NUMBER = 7;
const owner = localAccount(4);
const executor = localAccount(9);

type Call = { readonly to: Address; readonly value: bigint; readonly data: Hex };

let abi: Abi;
let test: TestDevnet;
let source: ChainSource;
let vaults: readonly Vault[];
let safe: Address;
let snapshot: unknown;

beforeAll(async () => {
  test = await startTestDevnet();
  ({ source } = test);
  vaults = await readVaults(source);
  const compiled = readArtifact("DevSafe");
  ({ abi } = compiled);
  const data = encodeDeployData({
    abi,
    bytecode: compiled.bytecode,
    args: [[owner.address], 1n, BigInt(FIRST_NUMBER)],
  });
  const { contractAddress } = await sent({ data });
  if (!contractAddress) throw new TypeError("no Safe");
  safe = contractAddress;
  await rpc("anvil_setBalance", safe, toHex(2n * ETHER));
  snapshot = await rpc("evm_snapshot");
});

beforeEach(async () => {
  expect(await putBack(rpc, snapshot), "the chain is as it was").toBe(true);
  snapshot = await rpc("evm_snapshot");
});

afterAll(async () => {
  await test?.stop();
});

function rpc(method: string, ...params: readonly unknown[]): Promise<unknown> {
  return source.client.request({ method, params } as never);
}

/** A transaction of somebody who is no owner, in its block. */
async function sent(transaction: { readonly to?: Address; readonly data: Hex; readonly gas?: bigint }) {
  const client = createClient({ account: executor, transport: http(test.devnet.rpcUrl) });
  const hash = await sendTransaction(client, { chain: null, gas: 5_000_000n, ...transaction });
  return waitForTransactionReceipt(client, { hash });
}

async function hashOf({ to, value, data }: Call): Promise<Hex> {
  const number = await readContract(source.client, { address: safe, abi, functionName: "nonce" });
  const args = [to, value, data, 0, 0n, 0n, 0n, zeroAddress, zeroAddress, number];
  const hash = await readContract(source.client, { address: safe, abi, functionName: "getTransactionHash", args });
  return hash as Hex;
}

async function execute(call: Call, gas?: bigint): Promise<Hex> {
  const args = [call.to, call.value, call.data, 0, [await owner.sign({ hash: await hashOf(call) })]];
  const data = encodeFunctionData({ abi, functionName: "execute", args });
  const { transactionHash } = await sent({ to: safe, data, ...(gas === undefined ? {} : { gas }) });
  return transactionHash;
}

const standing = { nonce: FIRST_NUMBER, signed: 1, needed: 1, owners: 1 } as const;
const capabilities = { safe: standing } as const;

/** The Safe's page: it takes one call, names it by its hash, and has it executed at once, or another one in its place. */
function walletOf(change: (call: Call) => Call = (call) => call) {
  const executed = new Map<string, Hex>();
  const sendCalls = async ({ calls: [call] }: Sent) => {
    if (call === undefined) throw new TypeError("one call");
    const made = change({ to: call.to, value: BigInt(call.value ?? "0x0"), data: call.data ?? "0x" });
    const id = await hashOf(made);
    executed.set(id, await execute(made));
    return { id };
  };
  const status = async (id: string) => ({
    status: 200,
    receipts: [{ transactionHash: executed.get(id) }],
    capabilities,
  });
  return walletWith(source, { account: { ...owner, address: safe }, sendCalls, status }).wallet;
}

const play = (intent: Intent, change?: (call: Call) => Call) =>
  playIntent(source, { intent, account: safe, wallet: walletOf(change), isSafe: true });

function vaultAt(index: number): Vault {
  const vault = vaults[index];
  if (!vault) throw new TypeError(`no vault ${index}`);
  return vault;
}

const inEther = () => depositIntent(vaultAt(0), 2n * ETHER, { isPaidInCoin: true });
const nothing = (): Call => ({ to: safe, value: 0n, data: "0x" });

describe("a Safe that pays in ETH", () => {
  it("default: all its coins are deposited, and its executor pays the fee", async () => {
    const { state } = await play(inEther());
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
    expect(await getBalance(source.client, { address: safe })).toBe(0n);
    const [position] = await readPositions(source, safe);
    expect(position?.requests.pendingDepositAssets).toBe(2n * ETHER);
  });

  it.each<readonly [string, () => Call]>([
    ["nothing instead", nothing],
    ["the coins sent to a stranger instead", () => ({ to: executor.address, value: 2n * ETHER, data: "0x" })],
  ])("error: %s is never called done", async (_name, made) => {
    const { state } = await play(inEther(), made);
    expect(state.status, JSON.stringify(state, spell)).toBe("sentOther");
    const fields = state.status === "sentOther" && state.differences.map(({ field }) => field);
    expect(fields).toEqual(["safeTxHash", "moved", "request"]);
  });
});

describe("a Safe that takes a right back", () => {
  const stranger = { spender: executor.address, spenderName: null };
  const allowance = (token: Vault["asset"]): Intent => ({ kind: "revokeAllowance", token, ...stranger });
  const operator = (): Intent => {
    const { address, name } = vaultAt(1);
    return { kind: "revokeOperator", vault: { address, name }, operator: executor.address, operatorName: null };
  };
  const rights: readonly (readonly [string, () => Intent, string])[] = [
    ["an allowance of USDC", () => allowance(vaultAt(1).asset), "allowanceKept"],
    ["an allowance of WETH", () => allowance(vaultAt(0).asset), "allowanceKept"],
    ["an allowance of shares", () => allowance(vaultAt(1).share), "allowanceKept"],
    ["an operator", operator, "operatorKept"],
  ];

  it.each(rights)("default: %s, as its contract tells it", async (_name, intent) => {
    const { state } = await play(intent());
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
  });

  it.each(rights.filter(([name]) => name === "an operator" || name.endsWith("USDC")))(
    "error: %s, that is left as it is",
    async (_name, intent, field) => {
      const { state } = await play(intent(), nothing);
      expect(state.status === "sentOther" && state.differences.map((one) => one.field)).toEqual(["safeTxHash", field]);
    },
  );
});

describe("a Safe's page that says that nothing will come of it", () => {
  const taken = { nonce: null, sentNonce: 1, delay: null, finished: [], status: "batchSent" } as const;

  function look(said: object) {
    const plan = { ...depositPlan({ isBatch: true, account: safe, chainId: source.deployment.chainId }), isSafe: true };
    const told = { ...taken, plan: { ...plan, blockNumber: 1n }, batchId: `0x${"5a".repeat(32)}` } satisfies SentBatch;
    const status = async () => said;
    const { wallet } = walletWith(source, { account: owner, sendCalls: status, status });
    return lookAtBatch(source, { sent: told, wallet: async () => wallet }, { idle: 14, unknown: 0 });
  }

  it("error: it is not believed while its number is free on the chain, and is once another took it", async () => {
    const failing = await execute({ to: vaultAt(0).address, value: 0n, data: "0xdeadbeef" });
    const words = [
      { status: 400, capabilities },
      { status: 500, capabilities },
      { status: 500, capabilities, receipts: [{ transactionHash: failing }] },
    ];
    const open = { type: "batchDelayed", delay: "stillOpen" };
    for (const said of words) expect((await look(said)).events).toMatchObject([open]);
    await execute(nothing());
    const [gaveUp] = (await look({ status: 400, capabilities })).events;
    expect(gaveUp).toMatchObject({ type: "batchFailed" });
    const events = await Promise.all(words.map(async (said) => (await look(said)).events[0]?.type));
    expect(events).toEqual(["batchFailed", "batchFailed", "batchIncluded"]);
    expect((await look({ status: 400 })).events).toMatchObject([open]);
    const later = { safe: { ...standing, nonce: FIRST_NUMBER + 1 } };
    expect((await look({ status: 400, capabilities: later })).events).toMatchObject([open]);
  });
});
