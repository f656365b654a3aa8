"use client";

import { Button } from "@/components/ui/Button";
import { saveFile } from "@/components/ui/saveFile";
import type { Handover } from "@/hooks/useHandover";
import { useSafeReview } from "@/hooks/useSafeReview";
import type { SharedReview } from "@/lib/transaction/SharedReview";
import { safeFault } from "@/lib/transaction/safeFault";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";

type Props = { readonly review: SharedReview; readonly handover: Handover; readonly createdAt: UnixSeconds };

/** The file of Safe's Transaction Builder, for an account that is a Safe: any other Safe would pay for what this account gets. */
export function BuilderExport({ review, handover, createdAt }: Props) {
  const { data: safe, error } = useSafeReview(review.plan);
  if (safe === undefined && error) {
    return (
      <p className="text-13 text-ink-2">
        Whether the account is a Safe could not be read: try again under “Safe transaction”.
      </p>
    );
  }
  if (safe === null) {
    return (
      <p className="text-13 text-ink-2">
        The account here is no Safe. A Safe that loads these calls would pay, and the account here would get what it
        pays for: open this plan for the Safe’s address first.
      </p>
    );
  }
  if (safe !== undefined && safeFault(safe) !== null) {
    return (
      <p className="text-13 text-ink-2">There is no file for this Safe, for the reason under “Safe transaction”.</p>
    );
  }
  return (
    <div>
      <Button
        size="sm"
        busy={safe === undefined ? "Reading the account" : undefined}
        onClick={() => saveFile(`ballast-plan-${review.digest.slice(2, 10)}.json`, handover.builderFile(createdAt))}
      >
        Save for Safe’s Transaction Builder
      </Button>
    </div>
  );
}
