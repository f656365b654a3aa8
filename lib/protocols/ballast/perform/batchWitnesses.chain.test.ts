import { encodeFunctionData, type Hex, parseAbi, toHex } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BatchAccount } from "@/devnet/batchAccountFixture";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import { type FaultyNode, startFaultyNode } from "@/devnet/faults/startFaultyNode";
import { localAccount } from "@/devnet/localAccount";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import type { SentBatch } from "@/lib/transaction/batch";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import { readVaults } from "../read/readVaults";
import { type Sent, walletWith } from "./batchWalletFixture";
import { followBatch } from "./followBatch";
import { lookAtBatch } from "./lookAtBatch";
import { depositIntent, playIntent } from "./performFixture";

const TOKEN = parseAbi(["function approve(address spender, uint256 amount)"]);
const owner = localAccount(1);
const thief = localAccount(9);
const THIEF = thief.address.slice(2).toLowerCase();

let test: TestDevnet;
let batches: BatchAccount;
let liar: FaultyNode;
let well: readonly FaultyNode[];

beforeAll(async () => {
  test = await startTestDevnet();
  const { rpcUrl } = test.devnet;
  liar = await startFaultyNode(rpcUrl);
  well = await Promise.all([startFaultyNode(rpcUrl), startFaultyNode(rpcUrl)]);
  const { multicall3 } = test.deployment.addresses;
  batches = new BatchAccount({ account: owner, rpcUrl, multicall3 });
  await batches.becomeSmart();
});

afterAll(async () => {
  for (const node of [liar, ...(well ?? [])]) await node?.stop();
  await test?.stop();
});

/** The lying node first, then as many well ones as make up the number. */
function sourceOf(nodes: number): ChainSource {
  const rpcUrls = [liar, ...well].slice(0, nodes).map(({ url }) => url);
  return createChainSource({ ...test.deployment, rpcUrls });
}

/** A deposit that the wallet carried out with an allowance for a stranger besides, as the page had it when it was sent. */
async function sentWithAllowance() {
  const [, vault] = await readVaults(test.source);
  if (!vault) throw new TypeError("a vault");
  const data = encodeFunctionData({ abi: TOKEN, functionName: "approve", args: [thief.address, 1n] });
  const { wallet } = walletWith(test.source, {
    account: owner,
    sendCalls: async ({ id, calls }: Sent) => {
      await batches.carryOut(id, [...calls, { to: vault.asset.address, data }]);
      return { id };
    },
    status: (id) => batches.status(id, test.deployment.chainId),
  });
  const intent = depositIntent(vault, 1_000_000_000n);
  const { state } = await playIntent(test.source, { intent, account: owner.address, wallet });
  if (state.status !== "sentOther" || state.batchId === undefined) throw new TypeError(state.status);
  const { plan, finished, batchId, sentNonce, hash } = state;
  const sent: SentBatch = { status: "batchSent", plan, finished, nonce: null, batchId, sentNonce, delay: null };
  return { sent, hash, wallet: async () => wallet };
}

/** Every log that names the stranger is left out of receipts. */
function hidden(receipt: unknown): unknown {
  if (typeof receipt !== "object" || receipt === null || !("logs" in receipt)) return receipt;
  const logs = receipt.logs as readonly { readonly topics: readonly Hex[] }[];
  return { ...receipt, logs: logs.filter(({ topics }) => !topics.some((topic) => topic.endsWith(THIEF))) };
}

it("error: a node that hides what a batch did is outvoted of three, and of two nothing is called done", async () => {
  const { sent, hash, wallet } = await sentWithAllowance();
  const look = (nodes: number, idle: number) =>
    lookAtBatch(sourceOf(nodes), { sent, wallet }, { idle, unknown: 0 }).then(({ events }) => events);
  liar.setFalsifier(({ method }, result) => (method === "eth_getTransactionReceipt" ? hidden(result) : result));
  expect(await look(3, 0)).toMatchObject([{ type: "batchSentOther", hash, differences: [{ field: "allowance" }] }]);
  const told = { type: "batchDelayed", batchId: sent.batchId };
  expect(await look(2, 0)).toEqual([{ ...told, delay: null }]);
  expect(await look(2, 14)).toEqual([{ ...told, delay: "disputed" }]);

  // The one that says so alone is believed no more than the one that hides it.
  liar.setFalsifier(({ method }, result) => (/^eth_getTransaction(Receipt|ByHash)$/.test(method) ? null : result));
  expect(await look(3, 0)).toMatchObject([{ type: "batchSentOther", hash }]);
  expect(await look(2, 14)).toEqual([{ ...told, delay: "disputed" }]);

  liar.setFalsifier(({ method }, result) => (method === "eth_getBalance" ? "0x0" : result));
  expect(await look(3, 0)).toMatchObject([{ type: "batchSentOther", hash, differences: [{ field: "allowance" }] }]);
  expect(await look(2, 14)).toEqual([{ ...told, delay: "disputed" }]);
  await liar.setFault("down");
  expect(await look(2, 14)).toEqual([{ ...told, delay: "unread" }]);
});

it("error: no confirmations are counted that one node alone tells", async () => {
  await liar.setFault("none");
  const { sent, hash, wallet } = await sentWithAllowance();
  const receipt = await test.source.client.request({ method: "eth_getTransactionReceipt", params: [hash] });
  const head = BigInt(await test.source.client.request({ method: "eth_blockNumber" }));
  const blockNumber = BigInt(receipt?.blockNumber ?? 0);
  const pending = { ...sent, status: "pending", hash, blockNumber, confirmations: 1, earlierHashes: [] } as const;
  const { delay: _, ...followed } = pending;
  liar.setFalsifier(({ method }, result) => (method === "eth_blockNumber" ? toHex(head + 100n) : result));
  const event = await new Promise<TransactionEvent>((resolve) => {
    const stop = followBatch(sourceOf(3), followed, {
      wallet,
      record: (told) => {
        stop();
        resolve(told);
        return true;
      },
      pauseMilliseconds: 100,
    });
  });
  expect(event).toEqual({ type: "confirmationsCounted", hash, confirmations: Number(head - blockNumber) + 1 });
});
