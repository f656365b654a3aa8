import { type Hex, keccak256 } from "viem";
import { sendRawTransaction } from "viem/actions";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FaultyNode, startFaultyNode } from "@/devnet/faults/startFaultyNode";
import { localAccount } from "@/devnet/localAccount";
import { type Anvil, LOCAL_CHAIN_ID, startAnvil } from "@/devnet/processes/anvil";
import { freePort } from "@/devnet/processes/freePort";
import type { Deployment } from "@/lib/config/Deployment";
import { createChainSource } from "./ChainSource";
import { everyNode } from "./quorum/everyNode";
import { lookingClient } from "./quorum/lookingClient";
import { transactionCount } from "./transactionCount";

const account = localAccount(4);
const NOBODY = `0x${"00".repeat(20)}` as const;
const ADDRESSES = {
  clearinghouse: NOBODY,
  settlementOracle: NOBODY,
  quoteBook: NOBODY,
  strategyRouter: NOBODY,
  timelock: NOBODY,
  weth: NOBODY,
  multicall3: NOBODY,
};

let anvil: Anvil;
let nodes: readonly [FaultyNode, FaultyNode, FaultyNode];
let raw: Hex;

beforeAll(async () => {
  anvil = await startAnvil({ port: await freePort() });
  const { rpcUrl } = anvil;
  nodes = [await startFaultyNode(rpcUrl), await startFaultyNode(rpcUrl), await startFaultyNode(rpcUrl)];
});

afterAll(async () => {
  for (const node of nodes ?? []) await node.stop();
  await anvil?.stop();
});

beforeEach(async () => {
  raw = await account.signTransaction({
    type: "eip1559",
    chainId: LOCAL_CHAIN_ID,
    nonce: await transactionCount(source(nodes).client, account.address, "latest"),
    to: account.address,
    value: 1n,
    gas: 21_000n,
    maxFeePerGas: 3_000_000_000n,
    maxPriorityFeePerGas: 1n,
  });
  for (const node of nodes) await node.setFault("none");
});

afterEach(mine);

/** Past all the nodes, whatever their faults. */
async function mine(): Promise<void> {
  await source([{ url: anvil.rpcUrl }]).client.request({ method: "anvil_mine", params: ["0x1"] } as never);
}

function source(some: readonly Pick<FaultyNode, "url">[]) {
  const rpcUrls = some.map(({ url }) => url);
  const nothing = {
    vaults: [],
    tokens: [],
    feeds: [],
    codeHashes: [],
    sources: [],
    audits: [],
    registry: { vaults: [], refusals: [] },
  };
  const deployment: Deployment = {
    ...nothing,
    chainId: LOCAL_CHAIN_ID,
    rpcUrls,
    startBlock: 0,
    addresses: ADDRESSES,
    hasMarket: false,
  };
  return createChainSource(deployment);
}

/** As a wallet of ours sends: with viem's own action, through the app's client. */
function send(some: readonly FaultyNode[]): Promise<Hex> {
  return sendRawTransaction(source(some).client, { serializedTransaction: raw });
}

const received = () => nodes.map(({ asked }) => asked.filter((method) => method === "eth_sendRawTransaction").length);

describe("a signed transaction", () => {
  it("default: goes to two nodes, the second of which has it already", async () => {
    expect(await send(nodes)).toBe(keccak256(raw));
    expect(received()).toEqual([1, 1, 0]);
  });

  it("behavior: a node that fails is stood in for, and one that knows it already has taken it", async () => {
    await nodes[0].setFault("down");
    await nodes[1].setFault("alreadyKnown");
    expect(await send(nodes)).toBe(keccak256(raw));
    expect(received()).toEqual([1, 1, 1]);
    const transaction = await source([nodes[2]]).client.request({
      method: "eth_getTransactionByHash",
      params: [keccak256(raw)],
    });
    expect(transaction?.from.toLowerCase()).toBe(account.address.toLowerCase());
  });

  it("behavior: one node alone is given it once", async () => {
    expect(await send([nodes[0]])).toBe(keccak256(raw));
    expect(received()).toEqual([1, 0, 0]);
  });

  it("error: a node that names another hash is reported by name, though another took it", async () => {
    await nodes[1].setFault("otherHash");
    await expect(send(nodes)).rejects.toMatchObject({ code: "broadcastMismatch", host: nodes[1].host });
  });

  it("error: nobody takes it, and the first one's reason is told", async () => {
    await nodes[0].setFault("forgetful");
    await nodes[1].setFault("down");
    await expect(send([nodes[0], nodes[1]])).rejects.toMatchObject({ details: "transaction pool is full" });
  });
});

describe("a transaction that a wallet sent by itself", () => {
  const look = (some: readonly FaultyNode[]) =>
    everyNode(source(some)).request({ method: "eth_getTransactionByHash", params: [keccak256(raw)] });

  it("default: is found though the first node does not know it, and so is its receipt", async () => {
    await send([nodes[2]]);
    await nodes[0].setFault("forgetful");
    expect((await look(nodes))?.hash).toBe(keccak256(raw));
    await mine();
    const looking = await lookingClient(source(nodes));
    const receipt = await looking.request({
      method: "eth_getTransactionReceipt",
      params: [keccak256(raw)],
    });
    expect(receipt?.status).toBe("0x1");
  });

  it("behavior: it is unknown when no node that answers knows it", async () => {
    await nodes[0].setFault("down");
    expect(await look(nodes)).toBeNull();
  });

  it("error: no node answers", async () => {
    for (const node of nodes) await node.setFault("down");
    await expect(look(nodes)).rejects.toMatchObject({ code: "rpcUnreachable" });
  });
});
