"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { parseAddress } from "@/lib/vault/parseAddress";

/** Goes to the page of an address that is typed or pasted. */
export function AddressLookup() {
  const router = useRouter();
  const [text, setText] = useState("");
  const [isRefused, setIsRefused] = useState(false);
  const typed = parseAddress(text);
  return (
    <form
      className="max-w-xl"
      onSubmit={(event) => {
        event.preventDefault();
        setIsRefused(typed === null);
        if (typed !== null) router.push(`/activity/${typed}`);
      }}
    >
      <Field
        label="Look at another address"
        value={text}
        onChange={(next) => {
          setText(next);
          setIsRefused(false);
        }}
        placeholder="0x…"
        error={isRefused ? "An address is 0x and 40 digits from 0 to f. Paste all of it." : undefined}
        hint="Reading needs no wallet. The page of an address can be shared."
      />
      <div className="mt-2">
        <Button type="submit" size="sm">
          Show activity
        </Button>
      </div>
    </form>
  );
}
