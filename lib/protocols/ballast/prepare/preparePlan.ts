import type { OwnIntent } from "@/lib/transaction/Intent";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { PlanContext, SpendingFacts } from "../../plan/PlanContext";
import { planOf } from "../../plan/planOf";
import { describeCall } from "../describeCall";
import { consequences } from "./consequences";
import { encodeAct } from "./encodeAct";
import { expectedMovements } from "./expectedMovements";

/** An intent for our own vaults and what was read for it → everything that one write needs: see {@link planOf}. */
export function preparePlan(intent: OwnIntent, context: PlanContext): TransactionPlan {
  const { deployment, account, block } = context;
  const { addresses } = deployment;
  return planOf(intent, context, {
    spender: addresses.strategyRouter,
    spentOf: (facts) => spentAmount(facts, intent),
    act: (permitOf) => describeCall(encodeAct(intent, { account, addresses, permitOf })),
    movements: expectedMovements(intent, account),
    consequences: consequences(intent, context.vaults, block.timestamp),
    takesPermits: true,
  });
}

function spentAmount({ token }: SpendingFacts, intent: OwnIntent): bigint {
  if (intent.kind === "deposit") return intent.assets;
  if (intent.kind !== "redeem") return 0n;
  return intent.parts.find(({ share }) => share.address === token.address)?.shares ?? 0n;
}
