"use client";

import { useState } from "react";
import { CopyArea } from "@/components/ui/CopyArea";
import { Field } from "@/components/ui/Field";
import type { Handover } from "@/hooks/useHandover";

type Props = {
  readonly handover: Handover;
  /** Seconds; null: the account is no timelock, and any other would pay for what the account gets. */
  readonly minDelay: bigint | null;
};

/** The calls that schedule the plan and, after the delay, execute it. */
export function TimelockExport({ handover, minDelay }: Props) {
  if (minDelay !== null) return <Operation handover={handover} minDelay={minDelay} />;
  return (
    <p className="text-13 text-ink-2">
      The account here is no timelock. A timelock that executes these calls would pay, and the account here would get
      what it pays for: open this plan for the timelock’s address first.
    </p>
  );
}

function Operation({ handover, minDelay }: { readonly handover: Handover; readonly minDelay: bigint }) {
  const [text, setText] = useState(minDelay.toString());
  const delay = /^\d{1,10}$/.test(text.trim()) ? BigInt(text.trim()) : null;
  const isShort = delay !== null && delay < minDelay;
  const operation = delay === null || isShort ? null : handover.timelock(delay);
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-13 text-ink-2">
        For OpenZeppelin’s TimelockController. The salt is the plan’s digest, so the same plan can be scheduled once.
      </p>
      <Field
        label="Delay in seconds"
        value={text}
        onChange={setText}
        inputMode="decimal"
        error={isShort ? `The timelock asks for at least ${minDelay}.` : undefined}
        hint={`The timelock asks for at least ${minDelay}.`}
      />
      {operation === null ? null : (
        <>
          <CopyArea
            label="scheduleBatch(address[],uint256[],bytes[],bytes32,bytes32,uint256)"
            text={operation.schedule}
          />
          <CopyArea label="executeBatch(address[],uint256[],bytes[],bytes32,bytes32)" text={operation.execute} />
          <CopyArea label="Id of the operation" text={operation.id} rows={2} />
        </>
      )}
    </div>
  );
}
