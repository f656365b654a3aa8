"use client";

import { READ_ONLY } from "@/components/transaction/ReadOnlyNotice";
import { requestRows } from "@/components/transaction/requestRow";
import { Button } from "@/components/ui/Button";
import { ItemRow } from "@/components/ui/ItemRow";
import { useDifferentCode } from "@/hooks/useDifferentCode";
import { useTransaction } from "@/hooks/useTransaction";
import type { Portfolio } from "./usePortfolio";

/** What can be claimed, then what waits, each with its one action; of a watched address only what there is. */
export function Inbox({
  portfolio: { holdings, now },
  isOwn,
}: {
  readonly portfolio: Portfolio;
  readonly isOwn: boolean;
}) {
  const { intend } = useTransaction();
  const isReadOnly = useDifferentCode().length > 0;
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
          action={
            isOwn ? (
              <Button
                size="sm"
                variant={row.isReady ? "primary" : "secondary"}
                onClick={() => intend(row.intent)}
                reason={isReadOnly ? READ_ONLY : undefined}
                ariaLabel={`${row.verb}: ${row.amount} ${row.rest}`}
              >
                {row.verb}
              </Button>
            ) : undefined
          }
        >
          <b className="font-medium text-ink">{row.amount}</b> {row.rest}
        </ItemRow>
      ))}
    </ul>
  );
}
