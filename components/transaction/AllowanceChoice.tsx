"use client";

import { ChoiceCards } from "@/components/ui/ChoiceCards";
import { useSendsTogether } from "@/hooks/useSendsTogether";
import { describeTogether } from "@/lib/format/describeBatch";

/** By a signature inside the transaction, or by a transaction of its own before it. */
export type Allowance = "permit" | "approve";

type Props = {
  readonly value: Allowance;
  readonly onChange: (value: Allowance) => void;
  /** The token takes permits. */
  readonly hasPermit: boolean;
};

/** How the router may take the amount: exactly that much, once, either way. A wallet that sends calls together leaves no choice. */
export function AllowanceChoice({ value, onChange, hasPermit }: Props) {
  const together = useSendsTogether();
  if (together !== null) return <SigningNote>{describeTogether(together)}</SigningNote>;
  if (!hasPermit) {
    return (
      <SigningNote>
        Two transactions: this token takes no permit, so an approval of the exact amount comes first.
      </SigningNote>
    );
  }
  return (
    <div className="mt-3 mb-4">
      <ChoiceCards
        label="How the router may take the amount"
        options={[
          { value: "permit", label: "Permit", note: "1 signature, 1 transaction" },
          { value: "approve", label: "Approve", note: "2 transactions" },
        ]}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}

/** How it will be signed, where there is nothing to choose. */
export function SigningNote({ children }: { readonly children: string }) {
  return <p className="mt-3 mb-4 text-12 text-ink-3">{children}</p>;
}
