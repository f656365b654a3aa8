import type { ChainSource } from "@/lib/chain/ChainSource";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { within } from "@/lib/chain/within";
import type { Intent, OwnIntent } from "@/lib/transaction/Intent";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import { resume } from "@/lib/transaction/resume";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { perform, type Tools } from "./perform";

/** An intent, whose it is, and the wallet that is asked. */
export type Play = {
  readonly intent: Intent;
  readonly account: Address;
  readonly wallet: WalletClient;
  readonly isSafe?: boolean;
};

/** How it ended, and every status on the way. */
export type Played = { readonly state: TransactionState; readonly statuses: readonly string[] };

const OVER: ReadonlySet<string> = new Set([
  "confirmed",
  "blocked",
  "rejected",
  "walletFailed",
  "signedOther",
  "reverted",
  "replaced",
  "cancelled",
  "dropped",
  "sentOther",
  "batchFailed",
]);

/** How a write is carried on: by whom, what it is told first, and until when. */
export type PlayOn = Pick<Play, "account" | "wallet" | "isSafe"> & {
  readonly from: TransactionState;
  /** Null: nothing happened, it is only taken up again. */
  readonly first: TransactionEvent | null;
  readonly isOver: (state: TransactionState) => boolean;
  /** A block every 300 ms; otherwise none comes by itself. */
  readonly isMining: boolean;
};

function isOver(state: TransactionState): boolean {
  return OVER.has(state.status) || (state.status === "unclear" && state.isLookedAt);
}

type Request = (request: { readonly method: string }, options?: unknown) => Promise<unknown>;

/** What is asked and not answered yet: it would reach the chain of the next play. */
class Pending {
  readonly #asked = new Set<Promise<unknown>>();

  of(answer: Promise<unknown>): Promise<unknown> {
    this.#asked.add(answer);
    return answer.finally(() => this.#asked.delete(answer));
  }

  async over(): Promise<void> {
    await Promise.allSettled(this.#asked);
  }
}

/** A wallet that never answers holds no play up for longer, in milliseconds. */
const LAST_ANSWERS = 5_000;

/** Plays an intent to its end as the shell does: accept once, mine while it waits. */
export function playIntent(source: ChainSource, { intent, account, wallet, isSafe = false }: Play): Promise<Played> {
  const first = { type: "intended", intent } as const;
  return playOn(source, { account, wallet, isSafe, from: { status: "idle" }, first, isOver, isMining: true });
}

/** Carries a write on from where it stands, as the shell does. */
export async function playOn(source: ChainSource, play: PlayOn): Promise<Played> {
  const { account, wallet, isSafe = false, from, first, isOver, isMining } = play;
  let state = from;
  const statuses: string[] = [];
  let stop = () => {};
  const pending = new Pending();
  const node = source.client.request as Request;
  const mine = () => void pending.of(node({ method: "evm_mine" })).catch(() => undefined);
  const asked: Request = (request, options) => pending.of((wallet.request as Request)(request, options));
  const watched = { ...wallet, request: asked } as WalletClient;
  const timer = isMining ? setInterval(mine, 300) : undefined;
  try {
    await new Promise<void>((resolve) => {
      const enter = (next: TransactionState): boolean => {
        if (next === state) return false;
        state = next;
        statuses.push(next.status);
        queueMicrotask(() => work(next));
        return true;
      };
      const record = (event: TransactionEvent) => enter(reduceTransaction(state, event));
      const tools: Tools = {
        source,
        planner: { account, walletChainId: source.deployment.chainId, isSafe, newId: () => "plan-1" },
        wallet: async () => watched,
        record,
        answer: (observation) => void enter(resume(state, observation)),
      };
      const work = (entered: TransactionState) => {
        // As in a page: what was overtaken at once is never worked on.
        if (entered !== state) return;
        stop();
        if (isOver(entered)) return resolve();
        stop = perform(entered, tools);
        if (entered.status === "simulated" && entered.finished.length === 0) record({ type: "accepted" });
      };
      if (first === null) work(from);
      else record(first);
    });
  } finally {
    clearInterval(timer);
    stop();
    await within(LAST_ANSWERS, pending.over()).catch(() => undefined);
  }
  return { state, statuses };
}

/** A deposit of the vault's own token. */
export function depositIntent(
  vault: Vault,
  assets: bigint,
  more: Partial<Extract<Intent, { kind: "deposit" }>> = {},
): OwnIntent {
  const amount = tokenAmount(assets);
  const name = { address: vault.address, name: vault.name };
  const parts = [{ vault: name, assets: amount }];
  return {
    kind: "deposit",
    parts,
    asset: vault.asset,
    assets: amount,
    isPaidInCoin: false,
    storesAllocation: false,
    ...more,
  };
}

/** For JSON.stringify: bigints as digits. */
export function spell(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
