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

/** A wallet that says that the batch is done, beside a node that answers everything so. */
function look(node: () => Promise<unknown>, idle: number) {
  const chain = viemChain(DEPLOYMENT);
  const request = ({ method }: { readonly method: string }) =>
    method === "wallet_getCallsStatus" ? Promise.resolve(DONE) : node();
  const transport = custom({ request }, { retryCount: 0 });
  const client = createClient({ chain, transport });
  const source: ChainSource = {
    deployment: DEPLOYMENT,
    client,
    reader: { read: () => Promise.reject(new TypeError()) },
  };
  const wallet = async () => createClient({ account: ACCOUNT, chain, transport }) as WalletClient;
  return lookAtBatch(source, { sent: SENT, wallet }, { idle, unknown: 0 });
}

it.each([
  ["fail", () => Promise.reject(new TypeError("no")), "unread"],
  ["know no such transaction", async () => null, "untraced"],
])("error: nodes that %s are told after fifteen looks, so that it can be left", async (_what, node, delay) => {
  const told = { type: "batchDelayed", batchId: "0x70" };
  expect(await look(node, 13)).toEqual({ events: [{ ...told, delay: null }], looks: { idle: 14, unknown: 0 } });
  expect(await look(node, 14)).toEqual({ events: [{ ...told, delay }], looks: { idle: 15, unknown: 0 } });
});
