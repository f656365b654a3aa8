import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { approveStep, depositManyCall, depositPlan } from "@/lib/transaction/planFixture";
import { accept, ask, HASH, openBrowser, openTab, review, send, setLocks, settled } from "./tabsFixture";

beforeEach(openBrowser);
afterEach(() => void vi.unstubAllGlobals());

test("default: a tab has its turn once its button is pressed, and until its write is over", async () => {
  const tab = openTab();
  review(tab, "plan-1");
  expect(tab.isOurs()).toBe(false);
  tab.tell({ type: "accepted" });
  await settled();
  expect(tab.isOurs()).toBe(true);
  tab.tell({ type: "asked", nonce: 3 });
  tab.tell({ type: "rejected" });
  expect(tab.isOurs()).toBe(false);
});

test("behavior: a page in a frame that is refused locks and storage takes its turn unasked", async () => {
  const refuse = () => {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
  setLocks({ request: async () => refuse() });
  const tab = openTab();
  await send(tab, "plan-1");
  expect(tab.isOurs()).toBe(true);
  expect(tab.state()).toMatchObject({ status: "broadcast", hash: HASH });
});

test("behavior: what one tab has sent the other shows, and takes up when the first is closed", async () => {
  const first = openTab();
  const second = openTab();
  await send(first, "plan-1");
  expect([first.isOurs(), second.isOurs()]).toEqual([true, false]);
  expect(second.state()).toMatchObject({ status: "broadcast", hash: HASH });
  first.close();
  await settled();
  expect(second.isOurs()).toBe(true);
  expect(second.state()).toMatchObject({ status: "broadcast", hash: HASH });
});

test("behavior: a tab opened later shows what is on its way and leaves it to its tab", async () => {
  const first = openTab();
  await send(first, "plan-1");
  const second = openTab();
  await settled();
  expect(second.state()).toMatchObject({ status: "broadcast" });
  expect(second.isOurs()).toBe(false);
  first.tell({ type: "included", hash: HASH, blockNumber: 9n, isSuccess: true, revert: null });
  expect(second.state()).toMatchObject({ status: "pending", blockNumber: 9n });
  first.tell({ type: "confirmationsCounted", hash: HASH, confirmations: 3 });
  await settled();
  expect(second.state()).toMatchObject({ status: "confirmed" });
});

test("behavior: while one tab asks the wallet, nothing is shown in the other, and its own button is refused with the reason", async () => {
  const first = openTab();
  const second = openTab();
  review(second, "plan-2");
  await ask(first, "plan-1");
  expect(second.state()).toMatchObject({ status: "simulated" });
  second.tell({ type: "accepted" });
  await settled();
  expect(second.state()).toMatchObject({ status: "blocked", reason: { kind: "otherTab" } });
  expect(first.state()).toMatchObject({ status: "awaitingSignature", askedNonce: 3 });
});

test("behavior: a reload while the wallet sends looks at the chain before anything else", async () => {
  const before = openTab();
  await ask(before, "plan-1");
  before.close();
  const after = openTab();
  await settled();
  expect(after.state()).toMatchObject({ status: "unclear", askedNonce: 3 });
  expect(after.isOurs()).toBe(true);
});

test("behavior: a review that was begun gives way to what a closed tab left behind", async () => {
  const first = openTab();
  const second = openTab();
  review(second, "plan-2");
  await send(first, "plan-1");
  expect(second.state()).toMatchObject({ status: "simulated" });
  first.close();
  await settled();
  second.tell({ type: "accepted" });
  await settled();
  expect(second.state()).toMatchObject({ status: "broadcast", plan: { id: "plan-1" } });
});

test("behavior: a browser without locks carries on in the tab that is asked", async () => {
  setLocks(undefined);
  const tab = openTab();
  await send(tab, "plan-1");
  expect(tab.isOurs()).toBe(true);
});

test("behavior: a review belongs to its tab: another one shows nothing of it", async () => {
  const first = openTab();
  review(first, "plan-1");
  const second = openTab();
  await settled();
  expect(second.state()).toEqual({ status: "idle" });
  expect(first.state()).toMatchObject({ status: "simulated" });
});

test("behavior: a question to the wallet is shown by the tab that asks, not by one that is opened meanwhile", async () => {
  const first = openTab();
  await ask(first, "plan-1");
  const second = openTab();
  await settled();
  expect(second.state()).toEqual({ status: "idle" });
  first.close();
  await settled();
  expect(second.state()).toMatchObject({ status: "unclear", askedNonce: 3 });
});

test("error: a tab that was opened while another asks the wallet is refused too, and can try again once that is over", async () => {
  const first = openTab();
  await ask(first, "plan-1");
  const second = openTab();
  await accept(second, "plan-2");
  expect(second.state()).toMatchObject({ status: "blocked", reason: { kind: "otherTab" } });
  first.tell({ type: "rejected" });
  await settled();
  second.tell({ type: "dismissed" });
  await accept(second, "plan-3");
  expect(second.isOurs()).toBe(true);
});

test("error: an account that comes back in the middle of a review changes nothing: its button is refused", async () => {
  const first = openTab();
  const second = openTab();
  review(second, "plan-2");
  await ask(first, "plan-1");
  second.comeBack();
  expect(second.state()).toMatchObject({ status: "simulated", plan: { id: "plan-2" } });
  second.tell({ type: "accepted" });
  await settled();
  expect(second.state()).toMatchObject({ status: "blocked", reason: { kind: "otherTab" } });
});

test("behavior: a batch that one tab sent is shown by the other, and followed by it once the first is closed", async () => {
  const first = openTab();
  const second = openTab();
  const act = { kind: "act", call: depositManyCall() } as const;
  const plan = depositPlan({ id: "plan-1", steps: [approveStep(), act], isBatch: true });
  first.tell({ type: "intended", intent: plan.intent });
  first.tell({ type: "planned", plan });
  first.tell({ type: "simulated", planId: "plan-1", step: 0, networkFeeWei: 1n, isCompared: true });
  first.tell({ type: "accepted" });
  await settled();
  first.tell({ type: "asked", nonce: 3 });
  first.tell({ type: "batchSent", batchId: "0x70" });
  await settled();
  expect([first.isOurs(), second.isOurs()]).toEqual([true, false]);
  expect(second.state()).toMatchObject({ status: "batchSent", batchId: "0x70" });
  first.close();
  await settled();
  expect(second.isOurs()).toBe(true);
  expect(second.state()).toMatchObject({ status: "batchSent", batchId: "0x70" });
});

test("behavior: a query of another kind is answered, whatever its key holds", async () => {
  const { queries } = openTab();
  const queryKeyHashFn = () => "pricing until 1800000000n";
  const answer = queries.fetchQuery({ queryKey: ["pricing", 1_800_000_000n], queryKeyHashFn, queryFn: () => 7 });
  await expect(answer).resolves.toBe(7);
});
