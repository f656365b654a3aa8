"use client";

import { useState } from "react";
import { CopyButton } from "@/components/ui/CopyButton";
import { Disclosure } from "@/components/ui/Disclosure";
import { Icon } from "@/components/ui/Icon";
import { useReviewLink } from "@/hooks/useReviewLink";
import type { TransactionPlan } from "@/lib/transaction/TransactionPlan";

/** A link to this plan for somebody else's eyes, and the way to its exports. Made when it is asked for. */
export function ShareReview({ plan }: { readonly plan: TransactionPlan }) {
  const [isOpen, setIsOpen] = useState(false);
  const link = useReviewLink(plan, isOpen);
  const hasPermit = plan.steps.some(({ kind }) => kind === "permit");
  return (
    <Disclosure summary="Have it reviewed, or export it" onToggle={setIsOpen}>
      <div className="grid gap-3">
        <p className="text-13 text-ink-2">
          The link shows the calls, their simulation and a digest to compare, on another person’s screen. It goes to no
          server.
          {hasPermit
            ? " A permit is a signature that lives for minutes, so the link has an approval of the same amount in its place."
            : ""}
        </p>
        {link === undefined ? null : (
          <div className="flex flex-wrap items-center gap-3">
            <CopyButton text={link}>Copy review link</CopyButton>
            <a className="link flex items-center gap-1.5 text-13" href={link} target="_blank" rel="noreferrer">
              Open it, with exports for a Safe, a governor or a timelock <Icon name="external" small />
            </a>
          </div>
        )}
      </div>
    </Disclosure>
  );
}
