"use client";

import { Section } from "@/components/layout/Section";
import { Button } from "@/components/ui/Button";
import { CopyButton } from "@/components/ui/CopyButton";
import { Disclosure } from "@/components/ui/Disclosure";
import { useHandover } from "@/hooks/useHandover";
import { useSharedOutcome } from "@/hooks/useSharedOutcome";
import type { SharedReview } from "@/lib/transaction/SharedReview";
import { GovernorExport } from "./GovernorExport";
import { OtherAccount } from "./OtherAccount";
import { saveFile } from "./saveFile";
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
  const { data: outcome } = useSharedOutcome(review.plan);
  const handover = useHandover(review);
  return (
    <Section title="Hand it over" aside="The same calls, for whoever sends them">
      <div className="grid grid-cols-1 gap-5">
        <OtherAccount account={review.plan.account} handover={handover} />
        <div className="flex flex-wrap items-start gap-3">
          <CopyButton text={location.href}>Copy this link</CopyButton>
          <Button
            size="sm"
            busy={outcome === undefined ? "Reading the chain’s time" : undefined}
            onClick={() => {
              if (outcome === undefined) return;
              const text = handover.builderFile(outcome.blockTimestamp);
              saveFile(`ballast-plan-${review.digest.slice(2, 10)}.json`, text);
            }}
          >
            Save for Safe’s Transaction Builder
          </Button>
        </div>
        <Disclosure summary="Calldata for a governor">
          <GovernorExport review={review} handover={handover} />
        </Disclosure>
        <Disclosure summary="Calldata for a timelock">
          <TimelockExport
            key={String(outcome?.timelockDelay)}
            handover={handover}
            minDelay={outcome?.timelockDelay ?? null}
          />
        </Disclosure>
      </div>
    </Section>
  );
}
