"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { parseAddressList } from "@/lib/vault/parseAddressList";
import type { Address } from "@/lib/vault/Token";
import { addressFault } from "./addressFault";
import { watchPath } from "./watchPath";

/** Takes one address or several and opens their portfolio. */
export function WatchForm({ accounts = [] }: { readonly accounts?: readonly Address[] }) {
  const router = useRouter();
  const [text, setText] = useState(accounts.join(" "));
  const [error, setError] = useState<string>();
  const open = () => {
    const list = parseAddressList(text);
    setError(list.ok ? undefined : addressFault(list));
    if (list.ok) router.push(watchPath(list.addresses));
  };
  return (
    <form
      className="grid max-w-prose gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <Field
        label="Addresses to look at together"
        value={text}
        onChange={setText}
        placeholder="0x…"
        error={error}
        hint="One, or several with spaces between them. Nothing is signed, and nobody is told."
      />
      <span>
        <Button type="submit">Show portfolio</Button>
      </span>
    </form>
  );
}
