"use client";

import { useState } from "react";
import { CopyArea } from "@/components/ui/CopyArea";
import { Field } from "@/components/ui/Field";
import type { Handover } from "@/hooks/useHandover";

type Props = {
  readonly handover: Handover;
  /** Seconds; null: the account is no timelock. */
  readonly minDelay: bigint | null;
};

/** The calls that schedule the plan and, after the delay, execute it. */
export function TimelockExport({ handover, minDelay }: Props) {
  const [text, setText] = useState(minDelay === null ? "" : minDelay.toString());
  const delay = /^\d{1,10}$/.test(text.trim()) ? BigInt(text.trim()) : null;
  const isShort = delay !== null && minDelay !== null && delay < minDelay;
  const operation = delay === null || isShort ? null : handover.timelock(delay);
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-13 text-ink-2">
        For OpenZeppelin’s TimelockController.{" "}
        {minDelay === null ? "The account here is none: open the plan for the timelock’s address first." : ""} The salt
        is the plan’s digest, so the same plan can be scheduled once.
      </p>
      <Field
        label="Delay in seconds"
        value={text}
        onChange={setText}
        inputMode="decimal"
        error={isShort ? `The timelock asks for at least ${minDelay}.` : undefined}
        hint={
          minDelay === null ? "At least what the timelock asks for." : `The timelock asks for at least ${minDelay}.`
        }
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
