"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { useNamedAddress } from "@/hooks/useNamedAddress";
import type { Address } from "@/lib/vault/Token";
import { addressFault } from "./addressFault";
import { namedList } from "./namedList";
import { watchPath } from "./watchPath";

/** Takes one address or several, or their names where the chain has such, and opens their portfolio. */
export function WatchForm({ accounts = [] }: { readonly accounts?: readonly Address[] }) {
  const router = useRouter();
  const lookUp = useNamedAddress();
  const [text, setText] = useState(accounts.join(" "));
  const [error, setError] = useState<string>();
  const [isLooking, setIsLooking] = useState(false);
  const open = async () => {
    setIsLooking(true);
    try {
      const list = await namedList(text, lookUp);
      setError(list.ok ? undefined : list.reason === "name" ? list.sentence : addressFault(list));
      if (list.ok) router.push(watchPath(list.addresses));
    } catch {
      setError("The node did not say which address this name leads to. Try again, or paste the address.");
    } finally {
      setIsLooking(false);
    }
  };
  return (
    <form
      className="grid max-w-prose gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <Field
        label="Addresses to look at together"
        value={text}
        onChange={setText}
        placeholder="0x… or name.eth"
        error={error}
        hint="One, or several with spaces between them. Nothing is signed, and nobody is told."
      />
      <span>
        <Button type="submit" busy={isLooking ? "Looking" : undefined}>
          Show portfolio
        </Button>
      </span>
    </form>
  );
}
