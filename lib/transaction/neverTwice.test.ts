import fc from "fast-check";
import { expect, test } from "vitest";
import type { Hex } from "@/lib/vault/Token";
import { batchOf } from "./batch";
import { boundNumber } from "./boundNumber";
import { refusalsOf } from "./Intent";
import { nextCommand } from "./nextCommand";
import { approveStep, DEPOSIT, depositManyCall, depositPlan } from "./planFixture";
import { reduceTransaction } from "./reduceTransaction";
import { restore, resume } from "./resume";
import { deserialiseTransaction, serialiseTransaction } from "./storedTransaction";
import type { TransactionEvent } from "./TransactionEvent";
import type { TransactionState } from "./TransactionState";

/** A chain and a wallet that may be slow, silent, forgetful and repeat themselves, but do not invent a receipt. */
class Model {
  state: TransactionState = { status: "idle" };
  minedNonce = 0;
  readonly pool: { readonly hash: Hex; readonly nonce: number; isAct: boolean; isAlive: boolean }[] = [];
  actsMined = 0;
  asksForAct = 0;
  private hashes = 0;
  private plans = 0;
  /** What the wallet took as one: it carries it out when it likes, or never. */
  readonly batches: { readonly id: string; hash: Hex | null; isOver: boolean; isForgotten: boolean }[] = [];
  /** Batches that the wallet still asks the person about: until that is answered it knows nothing of them. */
  readonly windows: string[] = [];

  constructor(private readonly way: "act" | "approval" | "batch") {}

  dispatch(event: TransactionEvent): void {
    this.state = reduceTransaction(this.state, event);
  }

  /** The shell does what the machine says; `walletAnswer` decides how the wallet behaves. */
  obey(walletAnswer: number): void {
    const command = nextCommand(this.state);
    if (command.kind === "plan" && command.nonce !== null && command.nonce < this.minedNonce) {
      const reason = { kind: "numberUsed", nonce: command.nonce } as const;
      this.dispatch({ type: "blocked", planId: null, reason });
    } else if (command.kind === "plan") {
      const act = { kind: "act", call: depositManyCall() } as const;
      const isBatch = this.way === "batch" && command.nonce === null && refusalsOf(command.intent).length === 0;
      const isApproved = this.pool.some((sent) => !sent.isAct && sent.nonce < this.minedNonce);
      const steps = isBatch || (this.way === "approval" && !isApproved) ? [approveStep(), act] : [act];
      this.plans += 1;
      const plan = depositPlan({ id: `plan-${this.plans}`, intent: command.intent, steps, isBatch });
      this.dispatch({ type: "planned", plan });
    }
    if (command.kind === "simulate") {
      this.dispatch({
        type: "simulated",
        planId: command.progress.plan.id,
        step: command.progress.finished.length,
        networkFeeWei: 1n,
        isCompared: true,
      });
    }
    if (command.kind === "ask") {
      const batch = batchOf(command.progress);
      if (batch !== null) this.askBatch(batch.id, walletAnswer);
      else this.ask(command.step.kind === "act", command.nonce ?? this.nextNonce(), walletAnswer);
    }
    if (command.kind === "observe") this.observe(command.nonce, walletAnswer);
    if (command.kind === "followBatch") this.tellBatch(command.batchId, walletAnswer);
  }

  /** The wallet carries a batch out, or gives it up for good; it may forget it either way. */
  carryOut(number: number): void {
    const batch = this.batches.find(({ isOver }) => !isOver);
    if (batch === undefined) return;
    if (number % 4 === 3) batch.isForgotten = true;
    batch.isOver = true;
    if (number % 4 === 2) return;
    this.hashes += 1;
    batch.hash = `0x${this.hashes.toString(16).padStart(64, "0")}`;
    this.actsMined += 1;
    this.minedHashes.push(batch.hash);
  }

  private askBatch(id: string, walletAnswer: number): void {
    this.dispatch({ type: "asked", nonce: this.nextNonce() });
    this.asksForAct += 1;
    const answer = walletAnswer % 8;
    if (answer === 0) this.dispatch({ type: "rejected" });
    if (answer === 1) this.dispatch({ type: "batchRefused", why: "atomicity" });
    if (answer === 2) this.dispatch({ type: "walletFailed", code: "lost" });
    if (answer < 3) return;
    if (answer > 5) {
      this.windows.push(id);
      if (answer === 6) this.reload();
      else this.dispatch({ type: "walletFailed", code: "lostWithItsWindowOpen" });
      return;
    }
    this.take(id);
    if (answer === 3) this.dispatch({ type: "walletFailed", code: "lostAfterTaking" });
    else if (answer === 4) this.reload();
    else this.dispatch({ type: "batchSent", batchId: id });
  }

  private take(id: string): void {
    this.batches.push({ id, hash: null, isOver: false, isForgotten: false });
  }

  /** The person confirms in a window that the page has given up. */
  confirmWindow(): void {
    const id = this.windows.shift();
    if (id !== undefined) this.take(id);
  }

  /** The person puts the news away, tries again or begins anew, after doing what the news says where it says something. */
  press(type: "dismissed" | "retried" | "intended"): void {
    if (this.state.status === "confirmed") return;
    if (type !== "retried" || this.isNumberUsed) {
      if (this.isSentToPosition && this.isAtPosition()) return;
    }
    this.dispatch(type === "intended" ? { type, intent: DEPOSIT } : { type });
  }

  private get isNumberUsed(): boolean {
    return this.state.status === "blocked" && this.state.reason.kind === "numberUsed";
  }

  /** The news says to look at the position first, and to refuse what waits in the wallet. Where a number binds the next attempt nobody has to. */
  private get isSentToPosition(): boolean {
    const { state } = this;
    if (state.status === "unclear") return boundNumber(state) === null;
    return this.isNumberUsed || (state.status === "batchSent" && state.delay !== null);
  }

  private isAtPosition(): boolean {
    this.windows.length = 0;
    const isWaiting = this.batches.some(({ isOver }) => !isOver) || this.pool.some(({ isAlive }) => isAlive);
    return isWaiting || this.actsMined > 0;
  }

  /** What the wallet says of a batch, late and as often as it likes. */
  private tellBatch(batchId: string, number: number): void {
    const batch = this.batches.find(({ id }) => id === batchId);
    if (batch === undefined || batch.isForgotten) this.dispatch({ type: "batchForgotten", batchId });
    else if (batch.hash !== null) {
      const included = { type: "batchIncluded", batchId, hash: batch.hash, blockNumber: 1n } as const;
      this.dispatch({ ...included, isSuccess: true, revert: null });
    } else if (batch.isOver) this.dispatch({ type: "batchFailed", batchId });
    else this.dispatch({ type: "batchDelayed", batchId, delay: number % 2 === 0 ? "slow" : null });
  }

  mine(index: number): void {
    const waiting = this.pool.filter((sent) => sent.isAlive && sent.nonce === this.minedNonce);
    const chosen = waiting[index % Math.max(1, waiting.length)];
    if (chosen === undefined) return;
    this.minedNonce += 1;
    if (chosen.isAct) this.actsMined += 1;
    for (const sent of this.pool) if (sent.nonce < this.minedNonce) sent.isAlive = false;
    this.minedHashes.push(chosen.hash);
  }

  readonly minedHashes: Hex[] = [];

  /** The node tells of one of its mined transactions, as often as it likes. */
  tell(index: number): void {
    const hash = this.minedHashes[index % Math.max(1, this.minedHashes.length)];
    if (hash === undefined) return;
    this.dispatch({ type: "included", hash, blockNumber: 1n, isSuccess: true, revert: null });
    this.dispatch({ type: "confirmationsCounted", hash, confirmations: 1 + (index % 3) });
  }

  delay(number: number): void {
    if (!("hash" in this.state)) return;
    const delay = number % 2 === 0 ? ({ kind: "stuck" } as const) : null;
    this.dispatch({ type: "delayed", hash: this.state.hash, delay });
  }

  /** The wallet sends a faster one, or an empty one, with the number of the one that waits. */
  replace(number: number): void {
    const { state } = this;
    if (state.status !== "broadcast" || state.sentNonce < this.minedNonce) return;
    const kind = number % 2 === 0 ? "speedUp" : "cancel";
    this.hashes += 1;
    const byHash: Hex = `0x${this.hashes.toString(16).padStart(64, "0")}`;
    const isAct = kind === "speedUp" && this.pool.some((sent) => sent.hash === state.hash && sent.isAct);
    this.pool.push({ hash: byHash, nonce: state.sentNonce, isAct, isAlive: true });
    this.dispatch({ type: "replacementSent", kind, hash: state.hash, byHash });
  }

  /** A node finds something else behind the hash; the person tries again whatever the page says. */
  sendOther(): void {
    if (!("hash" in this.state) || this.actsMined > 0) return;
    const differences = [{ field: "data", shown: "0x01", signed: "0x02" }] as const;
    const before = this.state;
    const { hash } = before;
    // One number, one lie: a faster one that is another says that the slower one may be, too.
    for (const sent of this.pool) if (sent.nonce === before.sentNonce || sent.hash === hash) sent.isAct = false;
    this.dispatch({ type: "sentOther", hash, differences });
    this.dispatch({ type: "retried" });
    if (this.state !== before) expect(this.state.status).toBe("sentOther");
  }

  reload(): void {
    const stored = deserialiseTransaction(serialiseTransaction(this.state));
    expect(stored.ok).toBe(true);
    if (stored.ok) this.state = restore(stored.state);
  }

  private nextNonce(): number {
    return this.pool.reduce((next, sent) => (sent.isAlive ? Math.max(next, sent.nonce + 1) : next), this.minedNonce);
  }

  private ask(isAct: boolean, nonce: number, walletAnswer: number): void {
    this.dispatch({ type: "asked", nonce });
    if (isAct) this.asksForAct += 1;
    const answer = walletAnswer % 5;
    if (answer === 0) {
      this.dispatch({ type: "rejected" });
      return;
    }
    if (answer === 1 || nonce < this.minedNonce) {
      this.dispatch({ type: "walletFailed", code: "lost" });
      return;
    }
    this.hashes += 1;
    const hash: Hex = `0x${this.hashes.toString(16).padStart(64, "0")}`;
    this.pool.push({ hash, nonce, isAct, isAlive: true });
    if (answer === 2) this.dispatch({ type: "walletFailed", code: "lostAfterSending" });
    else if (answer === 3) this.reload();
    else this.dispatch({ type: "sent", hash });
  }

  private observe(nonce: number, answer: number): void {
    if (answer % 7 === 6) {
      this.state = resume(this.state, { kind: "silent" });
      return;
    }
    const batch = this.state.status === "unclear" ? batchOf(this.state) : null;
    if (batch !== null) {
      const isKnown = this.batches.some(({ id, isForgotten }) => id === batch.id && !isForgotten);
      const known = { kind: "batchKnown", batchId: batch.id } as const;
      this.state = resume(this.state, isKnown ? known : { kind: "batchUnknown" });
      return;
    }
    const mined = this.pool.find((sent) => sent.nonce === nonce && this.minedHashes.includes(sent.hash));
    if (mined) this.state = resume(this.state, { kind: "found", hash: mined.hash });
    else this.state = resume(this.state, { kind: nonce < this.minedNonce ? "nonceUsedByOther" : "nonceUnused" });
  }
}

const way = fc.constantFrom("act", "approval", "batch");
const move = fc.tuple(
  fc.constantFrom(
    "obey",
    "obey",
    "obey",
    "obey",
    "obey",
    "obey",
    "accept",
    "accept",
    "retry",
    "intend",
    "drop",
    "reorganise",
    "mine",
    "tell",
    "reload",
    "repeatSent",
    "delay",
    "replace",
    "other",
    "carryOut",
    "confirmWindow",
    "dismiss",
  ),
  fc.nat(20),
);

test("behavior: no sequence of events makes one intent happen twice", () => {
  const finished = { act: 0, approval: 0, batch: 0 };
  fc.assert(
    fc.property(way, fc.array(move, { minLength: 30, maxLength: 160, size: "max" }), (chosen, moves) => {
      const model = new Model(chosen);
      model.dispatch({ type: "intended", intent: DEPOSIT });
      for (const [name, number] of moves) {
        if (name === "obey") model.obey(number);
        if (name === "accept") model.dispatch({ type: "accepted" });
        if (name === "retry") model.press("retried");
        if (name === "intend") model.press("intended");
        if (name === "drop") model.dispatch({ type: "dropped" });
        if (name === "reorganise" && model.actsMined === 0) model.dispatch({ type: "reorganised" });
        if (name === "mine") model.mine(number);
        if (name === "tell") model.tell(number);
        if (name === "reload") model.reload();
        if (name === "delay") model.delay(number);
        if (name === "replace") model.replace(number);
        if (name === "other") model.sendOther();
        if (name === "carryOut") model.carryOut(number);
        if (name === "confirmWindow") model.confirmWindow();
        if (name === "dismiss" && number % 4 === 0) model.press("dismissed");
        if (name === "repeatSent") {
          const sent = model.pool[number % Math.max(1, model.pool.length)];
          if (sent?.isAlive) model.dispatch({ type: "sent", hash: sent.hash });
        }
      }
      const possible = model.pool.filter(({ hash, isAlive }) => isAlive || model.minedHashes.includes(hash));
      const inOnePlace = new Set(possible.filter((sent) => sent.isAct).map((sent) => sent.nonce));
      expect(model.actsMined).toBeLessThanOrEqual(1);
      if (model.actsMined > 0) finished[chosen] += 1;
      expect(inOnePlace.size).toBeLessThanOrEqual(chosen === "approval" ? 2 : 1);
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(...Object.values(finished))).toBeGreaterThan(20);
});

test("behavior: a state asks the wallet once", () => {
  const model = new Model("act");
  model.dispatch({ type: "intended", intent: DEPOSIT });
  model.obey(4);
  model.obey(4);
  model.dispatch({ type: "accepted" });
  model.obey(4);
  model.obey(4);
  expect(model.asksForAct).toBe(1);
});
