import { hashKey, type QueryClient } from "@tanstack/react-query";
import { boundNumber, boundTo } from "@/lib/transaction/boundNumber";
import { isSent, isUnderWay } from "@/lib/transaction/isUnderWay";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import { restore } from "@/lib/transaction/resume";
import { storageKey } from "@/lib/transaction/storedTransaction";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { changeTransaction, keepShared, keptReview, sharedTransaction } from "./transactionCache";
import { IDLE, type TransactionOwner, transactionKey, transactionTurnKey } from "./transactionKey";

/** What a tab agrees with the others by. */
export type TabBrowser = {
  /** Undefined where the browser has none, as on a page without TLS: such a tab takes its turn unasked, and so does one that is refused them. */
  readonly locks: Pick<LockManager, "request"> | undefined;
  /** Calls back when another tab has changed what is stored under the name; returns how to stop. */
  readonly onStored: (name: string, listener: () => void) => () => void;
};

/**
 * Shares the owner's write with the other tabs of this browser, until the returned function is called. Whatever the wallet was
 * asked for is carried on by the one tab that holds a Web Lock for it. The others show what it sent, and the next of them takes it
 * up from storage when the holder is closed; after a reload that is the same tab.
 */
export function shareTransaction(queries: QueryClient, owner: TransactionOwner, browser: TabBrowser): () => void {
  const sharing = new Sharing(queries, owner, browser);
  sharing.start();
  return () => sharing.stop();
}

/** How a turn is asked for: a person who presses a button is told at once, what another tab has under way is waited for. */
type Patience = "now" | "wait";

class Sharing {
  private readonly name: string;
  private readonly stopped = new AbortController();
  private readonly stops: (() => void)[] = [];
  private release: (() => void) | undefined;
  private isWaiting = false;
  /** What another tab has under way, as it last stored it; this tab stands in line for it. */
  private elsewhere: TransactionState | null = null;

  constructor(
    private readonly queries: QueryClient,
    private readonly owner: TransactionOwner,
    private readonly browser: TabBrowser,
  ) {
    this.name = storageKey(owner.chainId, owner.account);
  }

  start(): void {
    // By the hash that the query has: the key of another may hold what no text has, and an error here would end that query's own turn.
    const hash = hashKey(transactionKey(this.owner));
    const watch = this.queries.getQueryCache().subscribe(({ type, query }) => {
      if (type === "updated" && query.queryHash === hash) this.changed();
    });
    this.stops.push(
      watch,
      this.browser.onStored(this.name, () => this.heard()),
    );
    const stored = sharedTransaction(this.owner);
    const review = keptReview(this.owner);
    if (isUnderWay(this.state)) void this.take("wait");
    else if (isUnderWay(stored)) this.meet(stored);
    else if (this.state.status === "idle") this.show(review.status === "idle" ? stored : this.bound(restore(review)));
  }

  stop(): void {
    for (const stop of this.stops) stop();
    this.stopped.abort();
    this.release?.();
  }

  private get state(): TransactionState {
    return this.queries.getQueryData<TransactionState>(transactionKey(this.owner)) ?? IDLE;
  }

  private show(state: TransactionState): void {
    if (state !== this.state) this.queries.setQueryData(transactionKey(this.owner), state);
  }

  /** What is on screen is the write of this tab. */
  private get isOwn(): boolean {
    return this.elsewhere === null || !isSamePlan(this.elsewhere, this.state);
  }

  /** A number that another tab left binds what this one begins, whatever it showed before. */
  private bound(state: TransactionState): TransactionState {
    return boundTo(state, boundNumber(sharedTransaction(this.owner)));
  }

  /** This tab's write has moved. */
  private changed(): void {
    if (this.state.status === "planning") this.show(this.bound(this.state));
    if (!isUnderWay(this.state)) this.release?.();
    else if (this.release === undefined && this.isOwn) void this.take("now");
  }

  /** Another tab has stored something. */
  private heard(): void {
    if (this.release !== undefined) return;
    const stored = sharedTransaction(this.owner);
    if (isUnderWay(stored)) this.meet(stored);
    else if (this.elsewhere !== null) {
      if (!this.isOwn || this.state.status === "idle") this.show(isSent(stored) || isIdle(stored) ? stored : IDLE);
      this.elsewhere = null;
    } else if (isIdle(this.state) && isIdle(stored)) this.show(stored);
  }

  /** Somebody reads a review of this tab. */
  private get isReviewed(): boolean {
    return this.state.status !== "idle" && !isSent(this.state);
  }

  /** Shows what another tab has sent, and stands in line for it. A question to the wallet is that tab's alone to show, and a review stays. */
  private meet(stored: TransactionState): void {
    if (this.isReviewed) return;
    this.elsewhere = stored;
    if (isSent(stored)) this.show(stored);
    void this.take("wait");
  }

  private async take(patience: Patience): Promise<void> {
    const { locks } = this.browser;
    if (this.isWaiting) return patience === "now" ? this.refuse() : undefined;
    if (locks === undefined) {
      this.begin(() => undefined);
      return;
    }
    this.isWaiting = true;
    const options = patience === "now" ? { ifAvailable: true } : { signal: this.stopped.signal };
    const turn = locks.request(this.name, options, (lock) => {
      this.isWaiting = false;
      if (lock === null || this.stopped.signal.aborted) return this.refuse();
      return new Promise<void>((resolve) => this.begin(resolve));
    });
    await turn.catch(() => {
      // Given up because this sharing has stopped; or the browser refuses a page in a frame its locks with its storage, and nobody is in line.
      if (!this.isWaiting || this.stopped.signal.aborted) return;
      this.isWaiting = false;
      this.begin(() => undefined);
    });
  }

  /** It is this tab's turn until `end`: what another tab left behind comes before what was begun here. */
  private begin(end: () => void): void {
    const turn = transactionTurnKey(this.owner);
    this.release = () => {
      this.release = undefined;
      this.queries.setQueryData(turn, false);
      end();
    };
    const stored = sharedTransaction(this.owner);
    const isOwn = isUnderWay(this.state) && this.isOwn;
    this.elsewhere = null;
    this.queries.setQueryData(turn, true);
    const bound = this.bound(this.state);
    if (isOwn && !isUnderWay(stored) && bound !== this.state) this.show(bound);
    else if (isOwn && !isUnderWay(stored)) keepShared(this.owner, this.state);
    else if (isUnderWay(stored) && !(isOwn && isSamePlan(stored, this.state))) this.show(restore(stored));
    if (!isUnderWay(this.state)) this.release?.();
  }

  private refuse(): void {
    changeTransaction(this.queries, this.owner, (state) =>
      "plan" in state && state.plan !== null
        ? reduceTransaction(state, { type: "blocked", planId: state.plan.id, reason: { kind: "otherTab" } })
        : state,
    );
  }
}

/** Nothing is under way there; a number may have been left. */
function isIdle({ status }: TransactionState): boolean {
  return status === "idle";
}

function isSamePlan(one: TransactionState, other: TransactionState): boolean {
  return "plan" in one && "plan" in other && one.plan?.id === other.plan?.id;
}
