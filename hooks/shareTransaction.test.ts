import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ACCOUNT, approveStep, CHAIN_ID, depositManyCall, depositPlan } from "@/lib/transaction/planFixture";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { shareTransaction, type TabBrowser } from "./shareTransaction";
import { changeTransaction } from "./transactionCache";
import { transactionKey, transactionTurnKey } from "./transactionKey";

const HASH = `0x${"7a".repeat(32)}` as const;
const owner = { chainId: CHAIN_ID, account: ACCOUNT };

/** The storage that the tabs of one browser have in common; everybody hears of every change. */
class CommonStorage {
  readonly listeners = new Set<() => void>();
  private readonly kept = new Map<string, string>();
  getItem = (name: string) => this.kept.get(name) ?? null;
  setItem(name: string, text: string) {
    this.kept.set(name, text);
    for (const listener of this.listeners) listener();
  }
  removeItem(name: string) {
    this.kept.delete(name);
    for (const listener of this.listeners) listener();
  }
}

type Granted = (lock: Lock | null) => unknown;

/** Locks of one browser: one holder a name, the others in line. */
class CommonLocks {
  private isHeld = false;
  private readonly line: (() => void)[] = [];

  request = async (name: string, options: LockOptions | Granted, granted?: Granted) => {
    if (typeof options === "function" || granted === undefined) throw new Error("options are always given here");
    if (this.isHeld && options.ifAvailable) return granted(null);
    if (this.isHeld) await new Promise<void>((resolve) => this.line.push(resolve));
    if (options.signal?.aborted) throw new DOMException("", "AbortError");
    this.isHeld = true;
    try {
      return await granted({ name, mode: "exclusive" });
    } finally {
      this.isHeld = false;
      this.line.shift()?.();
    }
  };
}

let storage = new CommonStorage();
let browser: TabBrowser;

beforeEach(() => {
  storage = new CommonStorage();
  vi.stubGlobal("localStorage", storage);
  const locks = new CommonLocks();
  browser = {
    locks: { request: locks.request as LockManager["request"] },
    onStored: (_name, listener) => {
      storage.listeners.add(listener);
      return () => storage.listeners.delete(listener);
    },
  };
});

afterEach(() => vi.unstubAllGlobals());

/** A tab of that browser. */
function openTab() {
  const session = new CommonStorage();
  vi.stubGlobal("sessionStorage", session);
  let queries = new QueryClient();
  let stop = shareTransaction(queries, owner, browser);
  return {
    close: () => stop(),
    /** The wallet leaves the account for a moment. */
    comeBack: () => {
      stop();
      stop = shareTransaction(queries, owner, browser);
    },
    /** Nothing is left of the page but what it stored. */
    reload: () => {
      stop();
      vi.stubGlobal("sessionStorage", session);
      queries = new QueryClient();
      stop = shareTransaction(queries, owner, browser);
    },
    get queries() {
      return queries;
    },
    state: () => queries.getQueryData<TransactionState>(transactionKey(owner)) ?? { status: "idle" },
    isOurs: () => queries.getQueryData(transactionTurnKey(owner)) === true,
    tell: (event: TransactionEvent) => {
      vi.stubGlobal("sessionStorage", session);
      return changeTransaction(queries, owner, (state) => reduceTransaction(state, event));
    },
  };
}

type Tab = ReturnType<typeof openTab>;

/** Lets what was promised come true. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function review(tab: Tab, id: string) {
  const plan = depositPlan({ id, steps: [{ kind: "act", call: depositManyCall() }] });
  tab.tell({ type: "intended", intent: plan.intent });
  tab.tell({ type: "planned", plan });
  tab.tell({ type: "simulated", planId: id, step: 0, networkFeeWei: 1n, isCompared: true });
}

async function send(tab: Tab, id: string) {
  review(tab, id);
  tab.tell({ type: "accepted" });
  await settled();
  tab.tell({ type: "asked", nonce: 3 });
  tab.tell({ type: "sent", hash: HASH });
  await settled();
}

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
  browser = { ...browser, locks: { request: async () => refuse() } };
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
  review(first, "plan-1");
  first.tell({ type: "accepted" });
  await settled();
  first.tell({ type: "asked", nonce: 3 });
  expect(second.state()).toMatchObject({ status: "simulated" });
  second.tell({ type: "accepted" });
  await settled();
  expect(second.state()).toMatchObject({ status: "blocked", reason: { kind: "otherTab" } });
  expect(first.state()).toMatchObject({ status: "awaitingSignature", askedNonce: 3 });
});

test("behavior: a reload while the wallet sends looks at the chain before anything else", async () => {
  const before = openTab();
  review(before, "plan-1");
  before.tell({ type: "accepted" });
  await settled();
  before.tell({ type: "asked", nonce: 3 });
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
  browser = { ...browser, locks: undefined };
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
  review(first, "plan-1");
  first.tell({ type: "accepted" });
  await settled();
  first.tell({ type: "asked", nonce: 3 });
  const second = openTab();
  await settled();
  expect(second.state()).toEqual({ status: "idle" });
  first.close();
  await settled();
  expect(second.state()).toMatchObject({ status: "unclear", askedNonce: 3 });
});

test("error: a tab that was opened while another asks the wallet is refused too, and can try again once that is over", async () => {
  const first = openTab();
  review(first, "plan-1");
  first.tell({ type: "accepted" });
  await settled();
  first.tell({ type: "asked", nonce: 3 });
  const second = openTab();
  review(second, "plan-2");
  second.tell({ type: "accepted" });
  await settled();
  expect(second.state()).toMatchObject({ status: "blocked", reason: { kind: "otherTab" } });
  first.tell({ type: "rejected" });
  await settled();
  second.tell({ type: "dismissed" });
  review(second, "plan-3");
  second.tell({ type: "accepted" });
  await settled();
  expect(second.isOurs()).toBe(true);
});

test("error: an account that comes back in the middle of a review changes nothing: its button is refused", async () => {
  const first = openTab();
  const second = openTab();
  review(second, "plan-2");
  review(first, "plan-1");
  first.tell({ type: "accepted" });
  await settled();
  first.tell({ type: "asked", nonce: 3 });
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

/** A write of this tab fails in the wallet after number 3 was asked for, and its news is put away. */
async function failAndClose(tab: Tab) {
  review(tab, "plan-1");
  tab.tell({ type: "accepted" });
  await settled();
  tab.tell({ type: "asked", nonce: 3 });
  tab.tell({ type: "walletFailed", code: "walletFailed" });
  tab.tell({ type: "dismissed" });
  await settled();
}

test("behavior: a number that a closed attempt may still use binds every tab, and one that is opened later", async () => {
  const first = openTab();
  const second = openTab();
  await failAndClose(first);
  expect([first.state(), second.state()]).toEqual([
    { status: "idle", nonce: 3 },
    { status: "idle", nonce: 3 },
  ]);
  first.close();
  second.close();
  const later = openTab();
  review(later, "plan-2");
  expect(later.state()).toMatchObject({ status: "simulated", nonce: 3 });
});

test("behavior: a review that was open before the number was left is bound to it when it is accepted, and reviewed anew", async () => {
  const first = openTab();
  const second = openTab();
  review(second, "plan-2");
  await failAndClose(first);
  second.tell({ type: "accepted" });
  await settled();
  expect(second.state()).toMatchObject({ status: "planning", nonce: 3 });
  expect(second.isOurs()).toBe(false);
  expect(openTab().state()).toEqual({ status: "idle", nonce: 3 });
  review(second, "plan-3");
  second.tell({ type: "accepted" });
  await settled();
  expect(second.state()).toMatchObject({ status: "awaitingSignature", nonce: 3 });
  expect(second.isOurs()).toBe(true);
});

test("behavior: nor does its reload forget the number that was left", async () => {
  const first = openTab();
  const second = openTab();
  review(second, "plan-2");
  await failAndClose(first);
  second.reload();
  expect(second.state()).toMatchObject({ status: "planning", nonce: 3 });
  review(second, "plan-3");
  second.tell({ type: "accepted" });
  await settled();
  expect(second.state()).toMatchObject({ status: "awaitingSignature", nonce: 3 });
});

test("behavior: a tab that still shows what was confirmed before begins with the number that was left", async () => {
  const first = openTab();
  const second = openTab();
  await send(second, "plan-0");
  second.tell({ type: "included", hash: HASH, blockNumber: 9n, isSuccess: true, revert: null });
  second.tell({ type: "confirmationsCounted", hash: HASH, confirmations: 2 });
  await settled();
  await failAndClose(first);
  expect(second.state()).toMatchObject({ status: "confirmed" });
  review(second, "plan-2");
  expect(second.state()).toMatchObject({ status: "simulated", nonce: 3 });
});

test("behavior: a review that was open before the number was left does not wipe it out; the write that had it does", async () => {
  const first = openTab();
  const second = openTab();
  review(second, "plan-2");
  await failAndClose(first);
  second.tell({ type: "dismissed" });
  expect(openTab().state()).toEqual({ status: "idle", nonce: 3 });
  review(first, "plan-3");
  first.tell({ type: "accepted" });
  await settled();
  first.tell({ type: "asked", nonce: 3 });
  first.tell({ type: "sent", hash: HASH });
  first.tell({ type: "included", hash: HASH, blockNumber: 9n, isSuccess: false, revert: null });
  first.tell({ type: "confirmationsCounted", hash: HASH, confirmations: 2 });
  first.tell({ type: "dismissed" });
  await settled();
  expect(openTab().state()).toEqual({ status: "idle" });
});
