import fc from "fast-check";
import { expect, test } from "vitest";
import type { Hex } from "@/lib/vault/Token";
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

  constructor(private readonly withApproval: boolean) {}

  dispatch(event: TransactionEvent): void {
    this.state = reduceTransaction(this.state, event);
  }

  /** The shell does what the machine says; `walletAnswer` decides how the wallet behaves. */
  obey(walletAnswer: number): void {
    const command = nextCommand(this.state);
    if (command.kind === "plan") {
      const act = { kind: "act", call: depositManyCall() } as const;
      const needsApproval = this.withApproval && !this.pool.some((sent) => !sent.isAct && sent.nonce < this.minedNonce);
      this.dispatch({ type: "planned", plan: depositPlan({ steps: needsApproval ? [approveStep(), act] : [act] }) });
    }
    if (command.kind === "simulate") {
      this.dispatch({
        type: "simulated",
        planId: "plan-1",
        step: command.progress.finished.length,
        networkFeeWei: 1n,
        isCompared: true,
      });
    }
    if (command.kind === "ask") this.ask(command.step.kind === "act", command.nonce ?? this.nextNonce(), walletAnswer);
    if (command.kind === "observe") this.observe(command.nonce);
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
    for (const sent of this.pool) if (sent.hash === hash) sent.isAct = false;
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

  private observe(nonce: number): void {
    const mined = this.pool.find((sent) => sent.nonce === nonce && this.minedHashes.includes(sent.hash));
    if (mined) this.state = resume(this.state, { kind: "found", hash: mined.hash });
    else this.state = resume(this.state, { kind: nonce < this.minedNonce ? "nonceUsedByOther" : "nonceUnused" });
  }
}

const move = fc.tuple(
  fc.constantFrom(
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
  ),
  fc.nat(20),
);

test("behavior: no sequence of events makes one intent happen twice", () => {
  let finished = 0;
  fc.assert(
    fc.property(fc.boolean(), fc.array(move, { minLength: 20, maxLength: 80 }), (withApproval, moves) => {
      const model = new Model(withApproval);
      model.dispatch({ type: "intended", intent: DEPOSIT });
      for (const [name, number] of moves) {
        if (name === "obey") model.obey(number);
        if (name === "accept") model.dispatch({ type: "accepted" });
        if (name === "retry") model.dispatch({ type: "retried" });
        if (name === "intend" && model.state.status !== "confirmed")
          model.dispatch({ type: "intended", intent: DEPOSIT });
        if (name === "drop") model.dispatch({ type: "dropped" });
        if (name === "reorganise" && model.actsMined === 0) model.dispatch({ type: "reorganised" });
        if (name === "mine") model.mine(number);
        if (name === "tell") model.tell(number);
        if (name === "reload") model.reload();
        if (name === "delay") model.delay(number);
        if (name === "replace") model.replace(number);
        if (name === "other") model.sendOther();
        if (name === "repeatSent") {
          const sent = model.pool[number % Math.max(1, model.pool.length)];
          if (sent?.isAlive) model.dispatch({ type: "sent", hash: sent.hash });
        }
      }
      const inOnePlace = new Set(model.pool.filter((sent) => sent.isAct).map((sent) => sent.nonce));
      expect(model.actsMined).toBeLessThanOrEqual(1);
      if (model.actsMined > 0) finished += 1;
      expect(inOnePlace.size).toBeLessThanOrEqual(1 + Number(withApproval));
    }),
    { numRuns: 3000 },
  );
  expect(finished).toBeGreaterThan(100);
});

test("behavior: a state asks the wallet once", () => {
  const model = new Model(false);
  model.dispatch({ type: "intended", intent: DEPOSIT });
  model.obey(4);
  model.obey(4);
  model.dispatch({ type: "accepted" });
  model.obey(4);
  model.obey(4);
  expect(model.asksForAct).toBe(1);
});
