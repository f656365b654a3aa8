"use client";

import { RequestAction } from "@/components/transaction/RequestAction";
import { requestRows } from "@/components/transaction/requestRow";
import { ItemRow } from "@/components/ui/ItemRow";
import type { Portfolio } from "./usePortfolio";

/** What can be claimed, then what waits, each with its one action, or the way to it where that is on another chain; of a watched address only what there is. */
export function Inbox({
  portfolio: { holdings, now },
  isOwn,
}: {
  readonly portfolio: Portfolio;
  readonly isOwn: boolean;
}) {
  const rows = requestRows(holdings, now);
  if (rows.length === 0) return null;
  return (
    <ul aria-label="Requests">
      {rows.map((row) => (
        <ItemRow
          key={row.key}
          icon={row.isReady ? "check" : "clock"}
          ready={row.isReady}
          title={row.title}
          when={row.when}
          action={isOwn ? <RequestAction row={row} /> : undefined}
        >
          <b className="font-medium text-ink">{row.amount}</b> {row.rest}
        </ItemRow>
      ))}
    </ul>
  );
}
