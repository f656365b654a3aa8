import type { Deployment } from "@/lib/config/Deployment";
import { type CheckedCall, checkSharedCalls } from "@/lib/transaction/checkSharedCalls";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import type { SharedCall, SharedReview, UnknownCall } from "@/lib/transaction/SharedReview";
import type { Violation } from "@/lib/transaction/Violation";
import { describeCall } from "../describeCall";
import { knownContractsOf } from "../perform/policyOf";
import { planDigest } from "./planDigest";

/** A plan that somebody sent, read by its bytes and held against this deployment and its rules. Reads nothing of the chain. */
export function reviewShared(plan: SharedPlan, deployment: Deployment): SharedReview {
  const checked = checkSharedCalls(plan.calls, knownContractsOf(deployment, plan.account));
  const isOurChain = plan.chainId === deployment.chainId;
  const violations: readonly Violation[] = isOurChain
    ? []
    : [{ kind: "wrongChain", found: plan.chainId, expected: deployment.chainId }];
  return { plan, digest: planDigest(plan), calls: checked.map(described), violations };
}

/** Only what is ours is put into words: a stranger's contract may do anything under a known name. Bytes that do not fit their function may hide something. */
function described(checked: CheckedCall): SharedCall {
  const { call, violations } = checked;
  const reason = unknownReason(violations, call.to);
  if (reason === "target" || reason === "bytes") return { ...checked, decoded: { ok: false, reason } };
  try {
    return { ...checked, decoded: { ok: true, call: describeCall(call) } };
  } catch {
    return { ...checked, decoded: { ok: false, reason: reason ?? "bytes" } };
  }
}

function unknownReason(violations: readonly Violation[], to: string): UnknownCall | null {
  for (const violation of violations) {
    if (violation.kind === "unknownTarget" && violation.target === to) return "target";
    if (violation.kind === "unknownFunction") return "function";
    if (violation.kind === "malformedCalldata") return "bytes";
  }
  return null;
}
