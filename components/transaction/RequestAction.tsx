"use client";

import { Button } from "@/components/ui/Button";
import { useDifferentCode } from "@/hooks/useDifferentCode";
import { useTransaction } from "@/hooks/useTransaction";
import { READ_ONLY } from "./ReadOnlyNotice";
import type { RequestRow } from "./requestRow";

/** The one thing that can be done about an open request. */
export function RequestAction({ row }: { readonly row: RequestRow }) {
  const { intend } = useTransaction();
  const isReadOnly = useDifferentCode().length > 0;
  return (
    <Button
      size="sm"
      variant={row.isReady ? "primary" : "secondary"}
      onClick={() => intend(row.intent)}
      reason={isReadOnly ? READ_ONLY : undefined}
      ariaLabel={`${row.verb}: ${row.amount} ${row.rest}`}
    >
      {row.verb}
    </Button>
  );
}
