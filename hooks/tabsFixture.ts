import { QueryClient } from "@tanstack/react-query";
import { vi } from "vitest";
import { ACCOUNT, CHAIN_ID, depositManyCall, depositPlan } from "@/lib/transaction/planFixture";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { shareTransaction, type TabBrowser } from "./shareTransaction";
import { changeTransaction } from "./transactionCache";
import { transactionKey, transactionTurnKey } from "./transactionKey";

/** The transaction that the tabs of these tests send. */
export const HASH = `0x${"7a".repeat(32)}` as const;
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

/** A browser that nothing was stored in; its storage stands in for the test's own until `vi.unstubAllGlobals`. */
export function openBrowser(): void {
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
}

/** Gives it these locks for its own; undefined: none. */
export function setLocks(locks: TabBrowser["locks"]): void {
  browser = { ...browser, locks };
}

/** A tab of that browser. */
export function openTab() {
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

export type Tab = ReturnType<typeof openTab>;

/** Lets what was promised come true. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Brings a deposit to the point where its button can be pressed. */
export function review(tab: Tab, id: string) {
  const plan = depositPlan({ id, steps: [{ kind: "act", call: depositManyCall() }] });
  tab.tell({ type: "intended", intent: plan.intent });
  tab.tell({ type: "planned", plan });
  tab.tell({ type: "simulated", planId: id, step: 0, networkFeeWei: 1n, isCompared: true });
}

/** The same, and presses it. */
export async function accept(tab: Tab, id: string) {
  review(tab, id);
  tab.tell({ type: "accepted" });
  await settled();
}

/** The same, and the wallet is asked for number 3. */
export async function ask(tab: Tab, id: string) {
  await accept(tab, id);
  tab.tell({ type: "asked", nonce: 3 });
}

/** The same, and the wallet has sent it. */
export async function send(tab: Tab, id: string) {
  await ask(tab, id);
  tab.tell({ type: "sent", hash: HASH });
  await settled();
}
