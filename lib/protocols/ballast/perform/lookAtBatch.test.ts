import { createClient, custom } from "viem";
import { expect, it } from "vitest";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { viemChain } from "@/lib/chain/viemChain";
import type { WalletClient } from "@/lib/chain/WalletClient";
import type { SentBatch } from "@/lib/transaction/batch";
import { ACCOUNT, approveStep, depositManyCall, depositPlan } from "@/lib/transaction/planFixture";
import { DEPLOYMENT } from "../deploymentFixture";
import { lookAtBatch } from "./lookAtBatch";

const plan = depositPlan({ steps: [approveStep(), { kind: "act", call: depositManyCall() }], isBatch: true });
const SENT: SentBatch = {
  status: "batchSent",
  plan,
  finished: [],
  nonce: null,
  batchId: "0x70",
  sentNonce: 3,
  delay: null,
};
const DONE = { status: 200, receipts: [{ transactionHash: `0x${"11".repeat(32)}` }] };

type Said = { readonly idle: number; readonly sent?: SentBatch; readonly says?: object };

/** A wallet that says that the batch is done, or something else, beside a node that answers everything so. */
function look(node: () => Promise<unknown>, { idle, sent = SENT, says = DONE }: Said) {
  const chain = viemChain(DEPLOYMENT);
  const request = ({ method }: { readonly method: string }) =>
    method === "wallet_getCallsStatus" ? Promise.resolve(says) : node();
  const transport = custom({ request }, { retryCount: 0 });
  const client = createClient({ chain, transport });
  const source: ChainSource = {
    deployment: DEPLOYMENT,
    client,
    reader: { read: () => Promise.reject(new TypeError()) },
  };
  const wallet = async () => createClient({ account: ACCOUNT, chain, transport }) as WalletClient;
  return lookAtBatch(source, { sent, wallet }, { idle, unknown: 0 });
}

it.each([
  ["fail", () => Promise.reject(new TypeError("no")), "unread"],
  ["know no such transaction", async () => null, "untraced"],
])("error: nodes that %s are told after fifteen looks, so that it can be left", async (_what, node, delay) => {
  const told = { type: "batchDelayed", batchId: "0x70" };
  expect(await look(node, { idle: 13 })).toEqual({
    events: [{ ...told, delay: null }],
    looks: { idle: 14, unknown: 0 },
  });
  expect(await look(node, { idle: 14 })).toEqual({ events: [{ ...told, delay }], looks: { idle: 15, unknown: 0 } });
});

const SAFE = { nonce: 7, signed: 1, needed: 2, owners: 3 } as const;
const OF_SAFE: SentBatch = { ...SENT, plan: { ...plan, isSafe: true }, safe: { ...SAFE, isShown: true } };
const noNode = () => Promise.reject(new TypeError("no"));

it.each([400, 500])("error: %i of a Safe's page is not believed without the chain", async (status) => {
  const says = { status, capabilities: { safe: SAFE } };
  const told = { type: "batchDelayed", batchId: "0x70", safe: { ...SAFE, isShown: true } };
  const first = await look(noNode, { idle: 0, sent: OF_SAFE, says });
  expect(first.events).toEqual([{ ...told, delay: null }]);
  const later = await look(noNode, { idle: 14, sent: OF_SAFE, says });
  expect(later.events).toEqual([{ ...told, delay: "stillOpen" }]);
});

it.each([400, 500])("default: %i of a wallet with a key is its word that it gave the batch up", async (status) => {
  const { events } = await look(noNode, { idle: 0, says: { status } });
  expect(events).toEqual([{ type: "batchFailed", batchId: "0x70" }]);
});
