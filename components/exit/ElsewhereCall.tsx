"use client";

import { CopyArea } from "@/components/ui/CopyArea";
import { useBareCall } from "@/hooks/useBareCall";
import type { Address } from "@/lib/vault/Token";
import type { ExitAction } from "./exitRows";

type Props = { readonly action: ExitAction; readonly account: Address };

/** The call as it is sent, for any wallet, node or tool: no page is needed to leave. */
export function ElsewhereCall({ action, account }: Props) {
  const { to, calldata } = useBareCall(action.intent, account);
  return (
    <div className="grid gap-3">
      <p className="text-12 text-ink-2">
        {action.isForAll ? "Any account may send this." : "Only this address may send this, or an operator it named."}{" "}
        No coins go along.
      </p>
      <CopyArea label="To" text={to} rows={1} />
      <CopyArea label="Calldata" text={calldata} />
    </div>
  );
}
