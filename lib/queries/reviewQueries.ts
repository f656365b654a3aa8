import { queryOptions, skipToken } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { SharedPlan } from "@/lib/transaction/SharedPlan";
import { serialiseSharedPlan } from "@/lib/transaction/sharedPlanText";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";
import type { Entity } from "./refreshedPerBlock";

/** A reader compares what stands on the page with what somebody else sees: it changes when they ask for it, and not under their eyes. */
const UNTIL_ASKED = Number.POSITIVE_INFINITY;

/** What a shared plan would do, and what a Safe makes of it. Null: nothing is asked, as for a plan of another chain. */
export const reviewQueries = {
  /** The plan tried from its account. */
  outcome: (source: ChainSource, plan: SharedPlan | null) =>
    queryOptions({
      queryKey: ["review" satisfies Entity, { ...keyOf(source, plan), what: "outcome" }] as const,
      queryFn:
        plan === null
          ? skipToken
          : async () => {
              const { readSharedOutcome } = await import("@/lib/protocols/ballast/share/readSharedOutcome");
              return readSharedOutcome(source, plan);
            },
      staleTime: UNTIL_ASKED,
    }),

  /** The account as a Safe; null where it is none. */
  safe: (source: ChainSource, plan: SharedPlan | null) =>
    queryOptions({
      queryKey: ["review" satisfies Entity, { ...keyOf(source, plan), what: "safe" }] as const,
      queryFn:
        plan === null
          ? skipToken
          : async () => {
              const { readSafe } = await import("@/lib/protocols/safe/readSafe");
              return readSafe(source, plan);
            },
      staleTime: UNTIL_ASKED,
    }),

  /** The part of an address behind `#` that shows a plan of this page. The code that writes it is loaded when it is wanted. */
  link: ({ deployment }: ChainSource, plan: TransactionPlan, isWanted: boolean) =>
    queryOptions({
      queryKey: ["review" satisfies Entity, { what: "link", id: plan.id, block: plan.blockNumber.toString() }] as const,
      queryFn: isWanted
        ? async () => {
            const [{ sharedPlanOf }, { reviewFragment }] = await Promise.all([
              import("@/lib/protocols/ballast/share/sharedPlanOf"),
              import("@/lib/protocols/ballast/share/reviewFragment"),
            ]);
            return reviewFragment(sharedPlanOf(plan, deployment.addresses));
          }
        : skipToken,
      staleTime: UNTIL_ASKED,
    }),
};

function keyOf({ deployment }: ChainSource, plan: SharedPlan | null) {
  return { chainId: deployment.chainId, plan: plan === null ? null : serialiseSharedPlan(plan) };
}
