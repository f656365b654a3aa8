"use client";

import { Section } from "@/components/layout/Section";
import { CopyButton } from "@/components/ui/CopyButton";
import { Disclosure } from "@/components/ui/Disclosure";
import { Skeleton } from "@/components/ui/Skeleton";
import { type Handover, useHandover } from "@/hooks/useHandover";
import { useSharedOutcome } from "@/hooks/useSharedOutcome";
import type { SharedOutcome, SharedReview } from "@/lib/transaction/SharedReview";
import { BuilderExport } from "./BuilderExport";
import { GovernorExport } from "./GovernorExport";
import { OtherAccount } from "./OtherAccount";
import { TimelockExport } from "./TimelockExport";

type Props = { readonly review: SharedReview; readonly isSound: boolean };

/** The plan in the forms that others take it in. Nothing that breaks a rule is handed on. */
export function HandoverSection({ review, isSound }: Props) {
  if (!isSound) {
    return (
      <Section title="Hand it over">
        <p className="max-w-prose text-13 text-ink-2">A plan that breaks a rule is not exported.</p>
      </Section>
    );
  }
  return <Handovers review={review} />;
}

function Handovers({ review }: { readonly review: SharedReview }) {
  const { data: outcome, error } = useSharedOutcome(review.plan);
  const handover = useHandover(review);
  return (
    <Section title="Hand it over" aside="The same calls, for whoever sends them">
      <div className="grid grid-cols-1 gap-5">
        <OtherAccount account={review.plan.account} handover={handover} />
        <div>
          <CopyButton text={location.href}>Copy this link</CopyButton>
        </div>
        {outcome ? <Exports review={review} outcome={outcome} handover={handover} /> : null}
        {outcome === undefined && error ? (
          <p className="text-13 text-ink-2">The account could not be read, so nothing is exported for it.</p>
        ) : null}
        {outcome === undefined && !error ? <Skeleton className="h-24 w-full" /> : null}
      </div>
    </Section>
  );
}

type ExportsProps = { readonly review: SharedReview; readonly outcome: SharedOutcome; readonly handover: Handover };

/** Each only for an account that could make the calls: who makes them pays, and what they pay for goes to the account in them. */
function Exports({ review, outcome, handover }: ExportsProps) {
  const { blockTimestamp, isContract, timelockDelay } = outcome;
  return (
    <>
      <BuilderExport review={review} handover={handover} createdAt={blockTimestamp} />
      <Disclosure summary="Calldata for a governor">
        <GovernorExport review={review} handover={handover} isContract={isContract} />
      </Disclosure>
      <Disclosure summary="Calldata for a timelock">
        <TimelockExport key={String(timelockDelay)} handover={handover} minDelay={timelockDelay} />
      </Disclosure>
    </>
  );
}
