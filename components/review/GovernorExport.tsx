"use client";

import { useState } from "react";
import { AddressText } from "@/components/ui/AddressText";
import { CopyArea } from "@/components/ui/CopyArea";
import { Field } from "@/components/ui/Field";
import type { Handover } from "@/hooks/useHandover";
import type { SharedReview } from "@/lib/transaction/SharedReview";

type Props = {
  readonly review: SharedReview;
  readonly handover: Handover;
  /** Whether a contract of its own stands at the account. */
  readonly isContract: boolean;
};

/** The call that puts the plan to the vote, for the account that would execute it: any other would pay for what this one gets. */
export function GovernorExport({ review, handover, isContract }: Props) {
  const [description, setDescription] = useState(`Ballast plan ${review.digest}`);
  if (!isContract) {
    return (
      <p className="text-13 text-ink-2">
        The account here is no contract, so no governor executes from it. A governor that executes these calls would
        pay, and the account here would get what it pays for: open this plan for its executor first, which is the
        governor itself or its timelock.
      </p>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-13 text-ink-2">
        For OpenZeppelin’s Governor. It must execute from <AddressText address={review.plan.account} full />, which is
        the governor itself or its timelock. Executed from another account, that one would pay for what this one gets.
      </p>
      <Field label="Description of the proposal" value={description} onChange={setDescription} />
      <CopyArea label="propose(address[],uint256[],bytes[],string)" text={handover.proposal(description)} />
    </div>
  );
}
