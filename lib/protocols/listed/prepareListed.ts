import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Consequence } from "@/lib/transaction/Consequence";
import type { IntentAtOnce } from "@/lib/transaction/Intent";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { PlanContext } from "../plan/PlanContext";
import { planOf } from "../plan/planOf";
import { readSpending } from "../token/readSpending";
import { describeListedCall } from "./describeListedCall";
import { LISTED_PROTOCOL } from "./listedProtocols";

/** An intent for a vault of another protocol and what was read for it → everything that one write needs: see {@link planOf}. */
export function prepareListed(intent: IntentAtOnce, context: PlanContext): TransactionPlan {
  const { protocol, entrance } = intent.vault;
  const { encode, movements, takesPermits } = LISTED_PROTOCOL[protocol];
  const { account } = context;
  return planOf(intent, context, {
    spender: entrance,
    spentOf: () => intent.assets,
    act: (permitOf) =>
      describeListedCall(protocol, encode(intent, { account, permit: permitOf(intent.asset.address) })),
    movements: movements(intent, account),
    consequences: consequences(intent),
    takesPermits,
  });
}

/** Who plans, and for which wallet. */
export type ListedPlanner = Pick<PlanContext, "account" | "walletChainId" | "isSafe"> & {
  readonly newId: () => string;
};

/** Reads all that a plan is made from, at one block: only a deposit spends anything that must be allowed first. */
export async function readListedContext(
  source: ChainSource,
  intent: IntentAtOnce,
  planner: ListedPlanner,
): Promise<PlanContext> {
  const { account, walletChainId, isSafe = false } = planner;
  const isSpending = intent.kind === "depositAtOnce";
  const spending = { token: intent.asset, account, spender: intent.vault.entrance };
  const [facts, { block }] = await Promise.all([
    isSpending ? readSpending(source, spending) : null,
    source.reader.read({}),
  ]);
  const { deployment } = source;
  return {
    ...{ id: planner.newId(), account, walletChainId, isSafe, deployment, block, vaults: [] },
    spending: facts === null ? [] : [facts],
  };
}

function consequences(intent: IntentAtOnce): readonly Consequence[] {
  const { asset, assets, share, shares, vault } = intent;
  const others = { kind: "othersContract", vaultName: vault.name, entrance: vault.entrance } as const;
  return intent.kind === "depositAtOnce"
    ? [{ kind: "sharesAtOnce", shares, share }, others]
    : [{ kind: "assetsAtOnce", assets, asset, isAll: intent.isAll }];
}
