import { encodeFunctionData } from "viem";
import { erc20PermitAbi } from "@/contracts-abi/Erc20Permit";
import type { DeploymentAddresses } from "@/lib/config/Deployment";
import type { BareCall } from "@/lib/transaction/Call";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import type { Step, TransactionPlan } from "@/lib/transaction/TransactionPlan";
import { actOf } from "../../plan/actOf";

/**
 * A plan as calls that anybody can look at for as long as they like, and that a contract account can make. A permit lives for
 * minutes and only a key can give it: in its place stands the approval of the same spender for the same amount.
 */
export function sharedPlanOf(plan: TransactionPlan, addresses: DeploymentAddresses): SharedPlan {
  const { chainId, account, intent, steps } = plan;
  const callOf = (step: Step): readonly BareCall[] => {
    switch (step.kind) {
      case "switchChain":
        return [];
      case "permit": {
        const { spender, value } = step.message;
        const calldata = encodeFunctionData({ abi: erc20PermitAbi, functionName: "approve", args: [spender, value] });
        return [{ to: step.token.address, value: 0n, calldata }];
      }
      case "approve":
        return [bare(step.call)];
      case "act": {
        const hasPermit = steps.some(({ kind }) => kind === "permit");
        return [bare(hasPermit ? actOf(intent, { account, addresses, permitOf: () => undefined }) : step.call)];
      }
    }
  };
  return { chainId, account, calls: steps.flatMap(callOf), safeNonce: null };
}

function bare({ to, value, calldata }: BareCall): BareCall {
  return { to, value, calldata };
}
