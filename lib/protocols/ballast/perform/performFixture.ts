import type { WalletClient } from "@/lib/chain/askWallet";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Intent } from "@/lib/transaction/Intent";
import { reduceTransaction } from "@/lib/transaction/reduceTransaction";
import { resume } from "@/lib/transaction/resume";
import type { TransactionEvent } from "@/lib/transaction/TransactionEvent";
import type { TransactionState } from "@/lib/transaction/TransactionState";
import { tokenAmount } from "@/lib/units/TokenAmount";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { perform } from "./perform";

/** An intent, whose it is, and the wallet that is asked. */
export type Play = { readonly intent: Intent; readonly account: Address; readonly wallet: WalletClient };

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
]);

/** Plays an intent to its end as the shell does: accept once, mine while it waits. */
export async function playIntent(source: ChainSource, { intent, account, wallet }: Play): Promise<Played> {
  let state: TransactionState = { status: "idle" };
  const statuses: string[] = [];
  let stop = () => {};
  const timer = setInterval(() => void source.client.request({ method: "evm_mine" } as never), 300);
  try {
    await new Promise<void>((resolve) => {
      const enter = (next: TransactionState): boolean => {
        if (next === state) return false;
        state = next;
        statuses.push(next.status);
        stop();
        queueMicrotask(() => {
          if (OVER.has(next.status)) return resolve();
          stop = perform(next, {
            source,
            planner: { account, walletChainId: source.deployment.chainId, newId: () => "plan-1" },
            wallet: async () => wallet,
            record,
            answer: (observation) => void enter(resume(state, observation)),
          });
          if (next.status === "simulated" && next.finished.length === 0) record({ type: "accepted" });
        });
        return true;
      };
      const record = (event: TransactionEvent) => enter(reduceTransaction(state, event));
      record({ type: "intended", intent });
    });
  } finally {
    clearInterval(timer);
    stop();
  }
  return { state, statuses };
}

/** A deposit of the vault's own token. */
export function depositIntent(
  vault: Vault,
  assets: bigint,
  more: Partial<Extract<Intent, { kind: "deposit" }>> = {},
): Intent {
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
