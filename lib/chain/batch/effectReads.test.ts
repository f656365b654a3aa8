import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { encodeFunctionResult, type Hex, numberToHex, pad, toEventSelector } from "viem";
import { afterEach, describe, expect, it } from "vitest";
import type { Deployment } from "@/lib/config/Deployment";
import { NoQuorumError } from "@/lib/errors/quorumErrors";
import { ACCOUNT, CHAIN_ID, ROUTER, STRANGER, USDC } from "@/lib/transaction/planFixture";
import { createChainClient } from "../createChainClient";
import { multicall3Abi } from "../multicall3Abi";
import type { SimulatedLog } from "../transferMovements";
import { onlyForgotten } from "./forgotten";
import { readAccountChanges } from "./readBatchReceipt";
import { readGranted, takenBackIn } from "./readGranted";

type Asked = { readonly method: string; readonly params: readonly unknown[]; readonly id: number };
type Answered = { readonly status?: number; readonly result?: unknown; readonly error?: object };

const MULTICALL: Hex = `0x${"ca".repeat(20)}`;
const BLOCK = 1_000n;
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A client of one node that answers as told. */
async function clientOf(answer: (asked: Asked) => Answered) {
  server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const asked: Asked = JSON.parse(text);
    const { status = 200, ...body } = answer(asked);
    const headers = { "content-type": "application/json" };
    response.writeHead(status, headers).end(JSON.stringify({ jsonrpc: "2.0", id: asked.id, ...body }));
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const addresses = { clearinghouse: ROUTER, settlementOracle: ROUTER, quoteBook: ROUTER, strategyRouter: ROUTER };
  const deployment: Deployment = {
    chainId: CHAIN_ID,
    rpcUrls: [`http://127.0.0.1:${(server.address() as AddressInfo).port}`],
    startBlock: 0,
    addresses: { ...addresses, timelock: ROUTER, weth: ROUTER, multicall3: MULTICALL },
    vaults: [],
    tokens: [],
    feeds: [],
    hasMarket: false,
    codeHashes: [],
    sources: [],
    audits: [],
    registry: { vaults: [], refusals: [] },
  };
  return createChainClient(deployment);
}

/** A multicall's header, then what the token said of its allowance. */
function aggregate(success: boolean, returnData: Hex): Answered {
  const header = [BLOCK, 7n, BigInt(CHAIN_ID)].map((value) => ({
    success: true,
    returnData: numberToHex(value, { size: 32 }),
  }));
  const result = [...header, { success, returnData }];
  return { result: encodeFunctionResult({ abi: multicall3Abi, functionName: "aggregate3", result }) };
}

const APPROVAL = "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925";
const approval = (spender: Hex) => ({
  address: USDC.address,
  topics: [APPROVAL, pad(ACCOUNT), pad(spender)] as const,
  data: numberToHex(5n, { size: 32 }),
});
const granted = (spender: Hex, amount: bigint) => ({ kind: "allowance", token: USDC.address, spender, amount });
const PLANNED = [{ token: USDC.address, spender: ROUTER, amount: 5n }];

async function grantedWhen(answer: (asked: Asked) => Answered, spender: Hex = STRANGER) {
  const client = await clientOf(answer);
  return readGranted(client, { account: ACCOUNT, logs: [approval(spender)], blockNumber: BLOCK, planned: PLANNED });
}

/** An answer to everything but the newest block's number. */
const at = (head: bigint, answer: Answered) => (asked: Asked) =>
  asked.method === "eth_blockNumber" ? { result: numberToHex(head) } : answer;
const refusal = (message: string) => ({ error: { code: -32_000, message } });

/** What no token and no account did: the next look will tell. */
const PASSING: readonly (readonly [string, (asked: Asked) => Answered, string])[] = [
  ["a node behind by a block", at(BLOCK - 1n, refusal("header not found")), "rpcRefused"],
  ["a node that was behind a moment ago", at(BLOCK + 1n, refusal("unknown block")), "rpcRefused"],
  ["a node that is asked too often", at(BLOCK + 100n, { status: 429 }), "rpcRateLimited"],
  ["a node that is ill", at(BLOCK + 100n, { status: 502 }), "rpcUnreachable"],
  ["a node that refuses all", () => refusal("no"), "rpcRefused"],
];

const PRUNED = at(BLOCK + 64n, refusal("missing trie node"));

describe("an allowance", () => {
  it.each<readonly [string, Answered, readonly object[]]>([
    ["used up", aggregate(true, pad("0x0")), []],
    ["left in part", aggregate(true, pad("0x2")), [granted(STRANGER, 2n)]],
    ["of a token that reverts", aggregate(false, "0x"), [granted(STRANGER, 5n)]],
    ["of a token that answers half", aggregate(true, "0x00"), [granted(STRANGER, 5n)]],
    ["of no contract", aggregate(true, "0x"), [granted(STRANGER, 5n)]],
  ])("default: one %s", async (_name, answer, left) => {
    expect(await grantedWhen(at(BLOCK, answer))).toEqual(left);
  });

  it.each(PASSING)("error: %s says nothing of it", async (_name, answer, code) => {
    await expect(grantedWhen(answer)).rejects.toMatchObject({ code });
  });

  it("behavior: where the state is forgotten, the log counts, but not what the plan gives and its act takes", async () => {
    expect(await grantedWhen(PRUNED)).toEqual([granted(STRANGER, 5n)]);
    expect(await grantedWhen(PRUNED, ROUTER)).toEqual([]);
  });
});

it.each([
  "ApprovalForAll(address,address,bool)",
  "OperatorSet(address,address,bool)",
  "AccountOperatorSet(address,address,bool)",
])("behavior: an operator is known by %s, and its end too", async (event) => {
  const client = await clientOf(() => ({ status: 500 }));
  const log = (isOn: bigint) => ({
    address: ROUTER,
    topics: [toEventSelector(event), pad(ACCOUNT), pad(STRANGER)],
    data: numberToHex(isOn, { size: 32 }),
  });
  const read = (logs: readonly ReturnType<typeof log>[]) =>
    readGranted(client, { account: ACCOUNT, logs, blockNumber: BLOCK, planned: [] });
  expect(await read([log(1n)])).toEqual([{ kind: "operator", contract: ROUTER, operator: STRANGER }]);
  expect(await read([log(1n), log(0n)])).toEqual([]);
  const dismissed = { kind: "operator", contract: ROUTER, operator: STRANGER };
  expect(takenBackIn({ account: ACCOUNT, logs: [log(1n), log(0n)] })).toEqual([dismissed]);
  expect(takenBackIn({ account: ACCOUNT, logs: [log(0n), log(1n)] })).toEqual([]);
});

it("behavior: an allowance is taken back by the last approval, of nothing and of the account itself", () => {
  const ended = { ...approval(STRANGER), data: numberToHex(0n, { size: 32 }) };
  const taken = (...logs: readonly SimulatedLog[]) => takenBackIn({ account: ACCOUNT, logs });
  expect(taken(approval(STRANGER), ended)).toEqual([{ kind: "allowance", token: USDC.address, spender: STRANGER }]);
  expect(taken(ended, approval(STRANGER))).toEqual([]);
  expect(taken({ ...ended, topics: [APPROVAL, pad(STRANGER), pad(ROUTER)] })).toEqual([]);
  expect(taken({ ...ended, data: "0x" })).toEqual([]);
});

const RECEIPT = {
  hash: `0x${"11".repeat(32)}`,
  blockNumber: BLOCK,
  isSuccess: true,
  logs: [],
  sender: ACCOUNT,
  nonce: 3,
  fee: 10n,
} as const;

describe("the account after a batch", () => {
  it("default: what it spent beyond the fee, and whose code it took on", async () => {
    const client = await clientOf(({ method, params: [, block] }) => {
      const isAfter = block === numberToHex(BLOCK);
      if (method === "eth_getCode") return { result: isAfter ? `0xef0100${"bd".repeat(20)}` : "0x" };
      return { result: method === "eth_getBalance" ? (isAfter ? "0x1" : "0x64") : isAfter ? "0x4" : "0x3" };
    });
    expect(await readAccountChanges(client, ACCOUNT, RECEIPT)).toEqual({ coinsSpent: 89n, isDelegated: true });
  });

  it("behavior: of an account for which somebody else sends, as for a Safe, nobody can tell what it spent", async () => {
    const client = await clientOf(({ method, params: [, block] }) => {
      if (method === "eth_getCode") return { result: "0x6001" };
      return { result: method === "eth_getBalance" && block !== numberToHex(BLOCK) ? "0x64" : "0x1" };
    });
    const executed = { ...RECEIPT, sender: STRANGER };
    expect(await readAccountChanges(client, ACCOUNT, executed)).toEqual({ coinsSpent: null, isDelegated: false });
  });

  it.each(PASSING)("error: %s says nothing of it", async (_name, answer, code) => {
    await expect(readAccountChanges(await clientOf(answer), ACCOUNT, RECEIPT)).rejects.toMatchObject({ code });
  });

  it("behavior: a forgotten block before tells nothing", async () => {
    const told = await readAccountChanges(await clientOf(PRUNED), ACCOUNT, RECEIPT);
    expect(told).toEqual({ coinsSpent: null, isDelegated: false });
  });
});

describe("a state that nodes have forgotten", () => {
  const saying = (failure: string | null) => ({ host: "one.example", says: null, failure });
  const heardOf = async (...failures: readonly (string | null)[]) => {
    const client = await clientOf(() => ({ result: numberToHex(BLOCK + 64n) }));
    return onlyForgotten(client, new NoQuorumError("answer", 2, failures.map(saying)), BLOCK);
  };

  it("behavior: it is, when a majority of them refuses", async () => {
    await expect(heardOf("rpcRefused", "rpcRefused", null)).resolves.toBeUndefined();
  });

  it.each([
    [["rpcRefused", null, null]],
    [["rpcRefused", "rpcUnreachable", "rpcUnreachable"]],
    [[null, null]],
  ] as const)("error: %j is no such majority", async (failures) => {
    await expect(heardOf(...failures)).rejects.toMatchObject({ code: "noQuorum" });
  });
});
