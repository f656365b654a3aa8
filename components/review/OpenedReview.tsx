"use client";

import { MainWithRail } from "@/components/layout/MainWithRail";
import { Notice } from "@/components/ui/Notice";
import { Panel } from "@/components/ui/Panel";
import { useSharedReview } from "@/hooks/useSharedReview";
import { describeLinkFault } from "@/lib/format/describeShared";
import type { SharedReview } from "@/lib/transaction/SharedReview";
import { brokenRules } from "./brokenRules";
import { ComparePart } from "./ComparePart";
import { HandoverSection } from "./HandoverSection";
import { OutcomeSection } from "./OutcomeSection";
import { SafePart } from "./SafePart";
import { SharedCalls } from "./SharedCalls";
import { SharedVerdict } from "./SharedVerdict";

/** The plan of an address, or why there is none. */
export function OpenedReview({ fragment }: { readonly fragment: string }) {
  const opened = useSharedReview(fragment);
  if (opened.ok) return <WholeReview review={opened.review} />;
  const { what, why, next } = describeLinkFault(opened.reason);
  return (
    <Notice title={what} level={2} failure={opened.reason !== "empty"}>
      {why} {next}
    </Notice>
  );
}

/** A plan of another chain is decoded by nobody's contracts, so nothing of it is asked of this one. */
function WholeReview({ review }: { readonly review: SharedReview }) {
  const broken = brokenRules(review);
  const plan = review.violations.length === 0 ? review.plan : null;
  return (
    <MainWithRail
      railLabel="Compare with the others"
      rail={
        <Panel>
          <div className="panel-body">
            <ComparePart review={review} />
            <SafePart plan={plan} review={review} />
          </div>
        </Panel>
      }
    >
      <SharedVerdict broken={broken} />
      <SharedCalls review={review} />
      <OutcomeSection plan={plan} />
      <HandoverSection review={review} isSound={broken.length === 0} />
    </MainWithRail>
  );
}
