import type { DeploymentAddresses } from "@/lib/config/Deployment";
import { currentStep } from "@/lib/transaction/nextCommand";
import type { Step, TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { Progress } from "@/lib/transaction/TransactionState";
import { signedAct } from "../prepare/signedAct";

/** The plan with its last step as it stands now: with the permits that were signed. */
export function signedPlan({ plan, finished }: Progress, addresses: DeploymentAddresses): TransactionPlan {
  return { ...plan, steps: [...plan.steps.slice(0, -1), signedAct(plan, finished, addresses)] };
}

/** The step to put to the wallet now. */
export function stepNow(progress: Progress, addresses: DeploymentAddresses): Step | undefined {
  return currentStep({ ...progress, plan: signedPlan(progress, addresses) });
}
