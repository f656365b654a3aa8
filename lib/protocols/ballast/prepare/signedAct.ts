import type { DeploymentAddresses } from "@/lib/config/Deployment";
import { invariant } from "@/lib/errors/invariant";
import type { ActStep, PermitStep, TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { FinishedStep } from "@/lib/transaction/TransactionState";
import type { Address } from "@/lib/vault/Token";
import { actOf } from "../../plan/actOf";
import type { CallPermit } from "../../plan/PlanContext";

/** The plan's last step with the signatures that were given so far, in the order of the plan. */
export function signedAct(
  plan: TransactionPlan,
  finished: readonly FinishedStep[],
  addresses: DeploymentAddresses,
): ActStep {
  const permitOf = (token: Address): CallPermit | undefined => {
    const index = plan.steps.findIndex((step) => step.kind === "permit" && step.token.address === token);
    const step = plan.steps[index];
    return step?.kind === "permit" ? signed(step, finished[index]) : undefined;
  };
  const call = actOf(plan.intent, { account: plan.account, addresses, permitOf });
  const planned = plan.steps.at(-1);
  invariant(planned?.kind === "act" && planned.call.to === call.to, "a plan ends with its act");
  return { kind: "act", call };
}

function signed({ message }: PermitStep, finished: FinishedStep | undefined): CallPermit {
  return { deadline: message.deadline, signature: finished?.kind === "permit" ? finished.signature : null };
}
