"use client";

import { useState } from "react";
import { CopyArea } from "@/components/ui/CopyArea";
import { Field } from "@/components/ui/Field";
import type { Handover } from "@/hooks/useHandover";
import type { SharedReview } from "@/lib/transaction/SharedReview";

type Props = { readonly review: SharedReview; readonly handover: Handover };

/** The call that puts the plan to the vote. */
export function GovernorExport({ review, handover }: Props) {
  const [description, setDescription] = useState(`Ballast plan ${review.digest}`);
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-13 text-ink-2">
        For OpenZeppelin’s Governor. What the proposal does is done by the governor’s executor: open the plan for that
        account first.
      </p>
      <Field label="Description of the proposal" value={description} onChange={setDescription} />
      <CopyArea label="propose(address[],uint256[],bytes[],string)" text={handover.proposal(description)} />
    </div>
  );
}
