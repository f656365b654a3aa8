import { createClient, custom } from "viem";
import { expect, it, vi } from "vitest";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { viemChain } from "@/lib/chain/viemChain";
import { approveStep, depositManyCall, depositPlan } from "@/lib/transaction/planFixture";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import { DEPLOYMENT } from "../deploymentFixture";
import { type FollowedBatch, followBatch } from "./followBatch";

const plan = depositPlan({ steps: [approveStep(), { kind: "act", call: depositManyCall() }], isBatch: true });
const INCLUDED: FollowedBatch = {
  status: "pending",
  plan,
  finished: [],
  nonce: null,
  batchId: "0x70",
  sentNonce: 3,
  hash: `0x${"11".repeat(32)}`,
  earlierHashes: [],
  blockNumber: 100n,
  confirmations: 1,
};

/** What is recorded in two looks at a node that has come to this block, and knows no transaction. */
async function recorded(head: number): Promise<readonly TransactionEvent[]> {
  let looks = 0;
  const request = async ({ method }: { readonly method: string }) => {
    if (method !== "eth_blockNumber") return null;
    looks += 1;
    return `0x${head.toString(16)}`;
  };
  const transport = custom({ request }, { retryCount: 0 });
  const client = createClient({ chain: viemChain(DEPLOYMENT), transport });
  const source: ChainSource = { deployment: DEPLOYMENT, client, reader: { read: () => new Promise(() => {}) } };
  const events: TransactionEvent[] = [];
  const record = (event: TransactionEvent) => events.push(event) > 0;
  const wallet = () => Promise.reject(new TypeError("not asked"));
  const stop = followBatch(source, INCLUDED, { wallet, record, pauseMilliseconds: 1 });
  await vi.waitFor(() => expect(looks).toBeGreaterThan(1));
  stop();
  return events;
}

it("default: a block that the nodes have, without the transaction, was reorganised", async () => {
  expect(await recorded(100)).toContainEqual({ type: "reorganised" });
});

it("behavior: nodes that have not come to its block say nothing of it", async () => {
  expect(await recorded(99)).toEqual([]);
});
