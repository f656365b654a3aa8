import { createClient, custom, HttpRequestError } from "viem";
import { expect, it } from "vitest";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { viemChain } from "@/lib/chain/viemChain";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { RpcUnreachableError } from "@/lib/errors/chainErrors";
import { ACCOUNT, DEPOSIT, depositPlan, NOW } from "@/lib/transaction/planFixture";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { DEPLOYMENT } from "../deploymentFixture";
import { describeCall } from "../describeCall";
import { encodeAct } from "../prepare/encodeAct";
import { askStep } from "./askStep";

const act = describeCall(
  encodeAct(DEPOSIT, { account: ACCOUNT, addresses: DEPLOYMENT.addresses, permitOf: () => undefined }),
);
const plan = depositPlan({ steps: [{ kind: "act", call: act }] });

type Node = { readonly count: () => Promise<string>; readonly now?: () => Promise<never> };

function sourceOf({ count, now }: Node): ChainSource {
  const client = createClient({
    chain: viemChain(DEPLOYMENT),
    transport: custom({ request: count }, { retryCount: 0 }),
  });
  const read = now ?? (async () => ({ block: { number: 100n, timestamp: NOW }, values: {} as never }));
  return { deployment: DEPLOYMENT, client, reader: { read } };
}

/** Asks for the one step of the plan, and says what was recorded and whether the wallet was touched. */
async function askOn(node: Node, asked = plan, nonce: number | null = null) {
  let state: TransactionState = { status: "awaitingSignature", plan: asked, finished: [], nonce, askedNonce: null };
  const events: TransactionEvent[] = [];
  let isTouched = false;
  const wallet = async (): Promise<WalletClient> => {
    isTouched = true;
    throw new RpcUnreachableError(null);
  };
  const record = (event: TransactionEvent) => {
    events.push(event);
    const before = state;
    state = reduceTransaction(state, event);
    return state !== before;
  };
  await askStep(sourceOf(node), { progress: { plan: asked, finished: [], nonce }, nonce }, { wallet, record });
  return { state, events: events.map(({ type }) => type), isTouched };
}

const silent = () => Promise.reject(new HttpRequestError({ url: "http://localhost" }));

it.each<readonly [string, Node]>([
  ["the nonce cannot be read", { count: silent }],
  ["the block cannot be read", { count: async () => "0x7", now: silent }],
])("error: %s, so the plan is blocked and no nonce is bound", async (_name, node) => {
  const { state, events, isTouched } = await askOn(node);
  expect(events).toEqual(["blocked"]);
  expect(isTouched).toBe(false);
  expect(state).toMatchObject({
    status: "blocked",
    nonce: null,
    reason: { kind: "notPlanned", code: "rpcUnreachable" },
  });
  expect(reduceTransaction(state, { type: "retried" })).toMatchObject({ status: "planning", nonce: null });
});

it("error: a plan that breaks the policy is blocked before the wallet is touched", async () => {
  const foreign = depositPlan({ ...plan, chainId: 1 });
  const { state, events, isTouched } = await askOn({ count: async () => "0x7" }, foreign);
  expect(events).toEqual(["blocked"]);
  expect(isTouched).toBe(false);
  expect(state).toMatchObject({ reason: { kind: "policy", violations: [{ kind: "wrongChain" }] } });
});

it("behavior: once asked, a wallet that fails keeps the nonce that was read", async () => {
  const { state, events, isTouched } = await askOn({ count: async () => "0x7" });
  expect(events).toEqual(["asked", "walletFailed"]);
  expect(isTouched).toBe(true);
  expect(state).toMatchObject({ status: "walletFailed", nonce: 7 });
});

it("behavior: a bound nonce stays bound when the plan is blocked", async () => {
  const { state } = await askOn({ count: silent, now: silent }, plan, 5);
  expect(state).toMatchObject({ status: "blocked", nonce: 5 });
});
