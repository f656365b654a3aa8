import { createClient, custom } from "viem";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { viemChain } from "@/lib/chain/viemChain";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { nextCommand } from "@/lib/transaction/nextCommand";
import { ACCOUNT, approveStep, depositManyCall, depositPlan } from "@/lib/transaction/planFixture";
import { resume } from "@/lib/transaction/resume";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { DEPLOYMENT } from "../deploymentFixture";
import { observeUnclear } from "./observeUnclear";

const PAUSE = 3_000;
const plan = depositPlan({ steps: [approveStep(), { kind: "act", call: depositManyCall() }], isBatch: true });
const UNCLEAR: TransactionState = {
  status: "unclear",
  plan,
  finished: [],
  nonce: null,
  askedNonce: 5,
  knownHashes: [],
  isLookedAt: false,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const unknown = () => Promise.reject(Object.assign(new TypeError("no"), { code: 5730 }));
const never = () => new Promise<never>(() => {});

/** A page that looks at an unclear batch as its wallet answers `status`; every state it comes to. */
function page(status: () => Promise<unknown>) {
  const chain = viemChain(DEPLOYMENT);
  const request = ({ method }: { readonly method: string }) =>
    method === "wallet_getCallsStatus" ? status() : Promise.reject(new TypeError(method));
  const transport = custom({ request }, { retryCount: 0 });
  const client = createClient({ chain, transport });
  const source: ChainSource = { deployment: DEPLOYMENT, client, reader: { read: never } };
  const wallet = async () => createClient({ account: ACCOUNT, chain, transport }) as WalletClient;
  const states: TransactionState[] = [];
  const enter = (state: TransactionState): (() => void) => {
    states.push(state);
    const command = nextCommand(state);
    if (command.kind !== "observe") return () => {};
    const stop = observeUnclear(source, command, {
      wallet,
      pauseMilliseconds: PAUSE,
      answer: (observation) => {
        const next = resume(state, observation);
        if (next === state) return;
        stop();
        enter(next);
      },
    });
    return stop;
  };
  enter(UNCLEAR);
  return states;
}

it("default: a wallet that knows the batch only later is asked until it does", async () => {
  let status = unknown as () => Promise<unknown>;
  const states = page(() => status());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states).toMatchObject([{ isLookedAt: false }, { status: "unclear", isLookedAt: true }]);
  status = async () => ({ status: 100 });
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(states.slice(2)).toMatchObject([{ status: "batchSent", batchId: "0x706c616e2d31" }]);
});

it.each([
  ["fails", () => Promise.reject(new TypeError("no")), 29_000],
  ["never answers", never, 78_000],
])(
  "behavior: one that %s is told as silent after a while, and not before, and asked on",
  async (_name, status, after) => {
    let answer: () => Promise<unknown> = status;
    const states = page(() => answer());
    await vi.advanceTimersByTimeAsync(after - 4_000);
    expect(states).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(states.slice(1)).toMatchObject([{ status: "unclear", isLookedAt: false, isSilent: true }]);
    answer = unknown;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states.slice(2)).toMatchObject([{ status: "unclear", isLookedAt: true }]);
  },
);
