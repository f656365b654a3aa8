import { type Hex, keccak256 } from "viem";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Falsifier } from "@/devnet/faults/falsify";
import { type FaultyNode, startFaultyNode } from "@/devnet/faults/startFaultyNode";
import { localAccount } from "@/devnet/localAccount";
import { type Anvil, LOCAL_CHAIN_ID, startAnvil } from "@/devnet/processes/anvil";
import { freePort } from "@/devnet/processes/freePort";
import type { Deployment } from "@/lib/config/Deployment";
import { type ChainSource, createChainSource } from "../ChainSource";
import { type Followed, lookAtTransaction, NO_LOOKS } from "../lookAtTransaction";
import { observe } from "../observe";
import { transactionCount } from "../transactionCount";
import { lookingClient } from "./lookingClient";

const account = localAccount(5);
const other = `0x${"ab".repeat(20)}` as const;
const LIE = `0x${"ee".repeat(32)}` as const;
const call = { to: other, functionName: "transfer", arguments: [], value: 5n, calldata: "0x1234" } as const;

let anvil: Anvil;
let liar: FaultyNode;
let others: readonly FaultyNode[];
let source: ChainSource;
let followed: Followed;

beforeAll(async () => {
  anvil = await startAnvil({ port: await freePort() });
  liar = await startFaultyNode(anvil.rpcUrl);
  others = await Promise.all([startFaultyNode(anvil.rpcUrl), startFaultyNode(anvil.rpcUrl)]);
  const nobody = `0x${"00".repeat(20)}` as const;
  const names = ["clearinghouse", "settlementOracle", "quoteBook", "strategyRouter", "timelock", "weth", "multicall3"];
  const deployment: Deployment = {
    vaults: [],
    tokens: [],
    feeds: [],
    codeHashes: [],
    sources: [],
    audits: [],
    registry: { vaults: [], refusals: [] },
    chainId: LOCAL_CHAIN_ID,
    rpcUrls: [liar, ...others].map(({ url }) => url),
    startBlock: 0,
    addresses: Object.fromEntries(names.map((name) => [name, nobody])) as Deployment["addresses"],
    hasMarket: false,
  };
  source = createChainSource(deployment);
});

afterAll(async () => {
  for (const node of [liar, ...(others ?? [])]) await node?.stop();
  await anvil?.stop();
});

beforeEach(async () => {
  liar.setFalsifier(null);
  await rpc("anvil_mine", "0x1");
  const nonce = await transactionCount(source.client, account.address, "latest");
  const sinceBlock = BigInt((await rpc("eth_blockNumber")) as string);
  const hash = (await rpc("eth_sendRawTransaction", await signed(nonce, 3_000_000_000n))) as Hex;
  const alone = { includedIn: null, endedBy: null, cancelledBy: null };
  followed = { hash, account: account.address, chainId: LOCAL_CHAIN_ID, nonce, call, sinceBlock, ...alone };
});

function signed(nonce: number, fee: bigint): Promise<Hex> {
  const fees = { maxFeePerGas: fee, maxPriorityFeePerGas: fee, gas: 60_000n };
  const { to, value, calldata: data } = call;
  return account.signTransaction({ type: "eip1559", chainId: LOCAL_CHAIN_ID, nonce, to, value, data, ...fees });
}

/** Past all the nodes, whatever they say. */
async function rpc(method: string, ...params: readonly unknown[]): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const answer = await fetch(anvil.rpcUrl, { method: "POST", body, headers: { "content-type": "application/json" } });
  return ((await answer.json()) as { readonly result: unknown }).result;
}

async function look(more: Partial<Followed> = {}) {
  const { events } = await lookAtTransaction(await lookingClient(source), { ...followed, ...more }, NO_LOOKS);
  return events;
}

const failed = (blockNumber: Hex) => ({
  blockHash: LIE,
  blockNumber,
  status: "0x0",
  gasUsed: "0x1",
  effectiveGasPrice: "0x1",
  logs: [],
});

/** Says that the transaction has failed, long ago. */
const saysFailed: Falsifier = ({ method }, result) => (method === "eth_getTransactionReceipt" ? failed("0x1") : result);

/** Says that the number is used by another transaction of the account, which it shows in every block. */
const saysUsed: Falsifier = ({ method }, result) => {
  const { nonce } = followed;
  const lie = {
    hash: LIE,
    from: account.address,
    to: other,
    input: "0x",
    value: "0x0",
    nonce: `0x${nonce.toString(16)}`,
  };
  if (method === "eth_getTransactionCount") return `0x${(nonce + 1).toString(16)}`;
  if (method === "eth_getBlockByNumber") return { ...(result as object), transactions: [lie] };
  if (method === "eth_getTransactionByHash") return result ?? lie;
  return method === "eth_getTransactionReceipt" ? (result ?? failed("0x1")) : result;
};

const waits = () => [{ type: "delayed", hash: followed.hash, delay: null }];

describe.each<readonly [string, Falsifier]>([
  ["that the transaction failed", saysFailed],
  ["that its number is used by another", saysUsed],
])("one node of three says %s", (_what, lie) => {
  it("error: nothing ends, and no number is freed", async () => {
    liar.setFalsifier(lie);
    expect(await look()).toEqual(waits());
    expect(await observe(await lookingClient(source), { ...followed, knownHashes: [] })).not.toMatchObject({
      kind: "nonceUsedByOther",
    });
  });

  it("behavior: once it is mined it is told as the two others tell it", async () => {
    await rpc("anvil_mine", "0x2");
    liar.setFalsifier(lie);
    expect(await look()).toMatchObject([
      { type: "included", isSuccess: true, blockNumber: followed.sinceBlock + 1n },
      { type: "confirmationsCounted", confirmations: 2 },
    ]);
  });
});

it("error: an end that one node alone still denies is told; what nobody can show frees no number", async () => {
  const faster = keccak256(await signed(followed.nonce, 9_000_000_000n));
  await rpc("eth_sendRawTransaction", await signed(followed.nonce, 9_000_000_000n));
  await rpc("anvil_mine", "0x2");
  expect(await look()).toMatchObject([{ type: "replaced", byHash: faster, cause: "repriced" }, {}]);
  liar.setFalsifier(({ method }, result) =>
    method === "eth_getBlockByNumber" ? { ...(result as object), transactions: [] } : result,
  );
  const unclear = { ...followed, knownHashes: [followed.hash] };
  expect(await observe(await lookingClient(source), unclear)).toEqual({ kind: "nonceUsedUnseen" });
});
