import { createClient, custom } from "viem";
import { anvil as CHAIN } from "viem/chains";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ACCOUNT, CHAIN_ID, depositManyCall } from "@/lib/transaction/planFixture";
import type { WalletClient } from "../WalletClient";
import { askBatch, askBatchStatus } from "./askBatch";
import { sendsBatches } from "./sendsBatches";

const CALL = depositManyCall();
const BATCH = { id: "0x706c616e", calls: [{ ...CALL, value: 0n }, CALL] } as const;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A wallet that answers every question alike, and what it was asked. */
function walletOf(answer: () => unknown) {
  const asked: unknown[] = [];
  const request = async (one: unknown) => {
    asked.push(one);
    return answer();
  };
  const transport = custom({ request }, { retryCount: 0 });
  const wallet = createClient({ account: ACCOUNT, chain: CHAIN, transport }) as WalletClient;
  return { wallet, asked };
}

function failing(code: number | undefined) {
  return () => {
    throw Object.assign(new TypeError("no"), code === undefined ? {} : { code });
  };
}

it("default: all or nothing, for the plan's chain, under the given name, the calls as they are", async () => {
  const { wallet, asked } = walletOf(() => ({ id: BATCH.id }));
  expect(await askBatch(wallet, BATCH, CHAIN)).toEqual({ type: "batchSent", batchId: BATCH.id });
  const call = { to: CALL.to, data: CALL.calldata, value: undefined };
  expect(asked).toEqual([
    {
      method: "wallet_sendCalls",
      params: [
        {
          version: "2.0.0",
          id: BATCH.id,
          from: ACCOUNT,
          chainId: "0x7a69",
          atomicRequired: true,
          calls: [call, call],
          capabilities: undefined,
        },
      ],
    },
  ]);
});

it.each<readonly [unknown, string]>([
  [{ id: "its own name" }, "its own name"],
  ["an older wallet's name", "an older wallet's name"],
  [null, BATCH.id],
  [undefined, BATCH.id],
  [{}, BATCH.id],
  [{ id: "" }, BATCH.id],
  [{ id: 7 }, BATCH.id],
  [{ id: "a".repeat(9_000) }, BATCH.id],
])("behavior: answer %# is taken, by its name where it gives one", async (answer, batchId) => {
  expect(await askBatch(walletOf(() => answer).wallet, BATCH, CHAIN)).toEqual({ type: "batchSent", batchId });
});

it.each([
  [5700, "unsupported"],
  [5710, "chain"],
  [5740, "unsupported"],
  [5750, "upgrade"],
  [5760, "atomicity"],
  [4200, "unsupported"],
  [-32601, "unsupported"],
  [-32602, "unsupported"],
  [-32004, "unsupported"],
])("behavior: after code %i nothing was sent, and there is another way", async (code, why) => {
  expect(await askBatch(walletOf(failing(code)).wallet, BATCH, CHAIN)).toEqual({ type: "batchRefused", why });
});

it("behavior: a name that the wallet has is what it took before", async () => {
  const answer = await askBatch(walletOf(failing(5720)).wallet, BATCH, CHAIN);
  expect(answer).toEqual({ type: "batchSent", batchId: BATCH.id });
});

it.each([4001, -32603, -32000, 4100, undefined])(
  "error: code %s says nothing of a batch, and is passed on",
  async (code) => {
    await expect(askBatch(walletOf(failing(code)).wallet, BATCH, CHAIN)).rejects.toThrow();
  },
);

it.each<readonly [() => unknown, string]>([
  [() => ({ status: 100 }), "pending"],
  [failing(5730), "unknown"],
  [failing(4100), "silent"],
  [failing(-32601), "silent"],
  [() => "200", "silent"],
])("default: status %# is read", async (answer, kind) => {
  expect((await askBatchStatus(walletOf(answer).wallet, "0x70")).kind).toBe(kind);
});

const WHERE = { account: ACCOUNT, chainId: CHAIN_ID };

it("default: the promise is asked for by account and chain", async () => {
  const { wallet, asked } = walletOf(() => ({ "0x7a69": { atomic: { status: "supported" } } }));
  expect(await sendsBatches(async () => wallet, WHERE)).toBe(true);
  expect(asked).toEqual([{ method: "wallet_getCapabilities", params: [ACCOUNT, ["0x7a69"]] }]);
});

it("error: a refusal, no wallet and silence are no promise", async () => {
  expect(await sendsBatches(async () => walletOf(failing(4200)).wallet, WHERE)).toBe(false);
  expect(await sendsBatches(() => Promise.reject(new TypeError("gone")), WHERE)).toBe(false);
  const silent = sendsBatches(async () => walletOf(() => new Promise(() => {})).wallet, WHERE);
  await vi.advanceTimersByTimeAsync(2_100);
  expect(await silent).toBe(false);
});
