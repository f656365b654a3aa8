"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import type { Handover } from "@/hooks/useHandover";
import { parseAddress } from "@/lib/vault/parseAddress";

type Props = { readonly account: string; readonly handover: Handover };

/** The same plan for another sender: a Safe, a governor's timelock. It becomes a link of its own, with its own digest. */
export function OtherAccount({ account, handover }: Props) {
  const [text, setText] = useState("");
  const typed = parseAddress(text);
  const isSame = typed?.toLowerCase() === account.toLowerCase();
  const fragment = typed === null || isSame ? null : handover.madeBy(typed);
  return (
    <form
      className="grid max-w-xl gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (fragment !== null) location.hash = fragment;
      }}
    >
      <Field
        label="Another account that will send it"
        value={text}
        onChange={setText}
        placeholder="0x…"
        error={text.trim() === "" ? undefined : faultOf(typed, isSame, fragment)}
        hint="A Safe, or a governor’s timelock. It gets what the account here would get, and pays what it would pay."
      />
      {fragment === null ? null : (
        <span>
          <Button size="sm" type="submit">
            Open it for this account
          </Button>
        </span>
      )}
    </form>
  );
}

function faultOf(typed: string | null, isSame: boolean, fragment: string | null): string | undefined {
  if (typed === null) return "An address is 0x and 40 digits from 0 to f. Paste all of it.";
  if (isSame) return "It is for this account already.";
  return fragment === null ? "Its capitals do not fit its digits, as after a typing error." : undefined;
}
