"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { useHandover } from "@/hooks/useHandover";
import type { SafeReview } from "@/lib/transaction/SafeReview";
import type { SharedReview } from "@/lib/transaction/SharedReview";

type Props = { readonly safe: SafeReview; readonly review: SharedReview };

/** The number that the Safe's transaction will have: hashes are of one number alone, so it is part of the link once chosen. */
export function SafeNonceField({ safe, review }: Props) {
  const { nonce } = safe.transaction;
  const { withNonce } = useHandover(review);
  const [text, setText] = useState(nonce.toString());
  const typed = /^\d{1,20}$/.test(text.trim()) ? BigInt(text.trim()) : null;
  const isUsed = typed !== null && typed < safe.nextNonce;
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== null) location.hash = withNonce(typed);
      }}
    >
      <Field
        label="Number of the Safe’s transaction (nonce)"
        value={text}
        onChange={setText}
        inputMode="decimal"
        error={typed === null ? "A whole number." : isUsed ? `Used already: the next is ${safe.nextNonce}.` : undefined}
        hint={nonce === safe.nextNonce ? "The next one, as the chain says." : `The next one is ${safe.nextNonce}.`}
      />
      {typed === null || typed === nonce ? null : (
        <Button size="sm" type="submit">
          Hash it with this number
        </Button>
      )}
    </form>
  );
}
