"use client";

import { Button } from "@/components/ui/Button";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { vaultHref } from "@/components/vault/vaultHref";
import { useChainSources } from "@/hooks/useChainSource";
import { useDifferentCode } from "@/hooks/useDifferentCode";
import { useTransaction } from "@/hooks/useTransaction";
import { READ_ONLY } from "./ReadOnlyNotice";
import type { RequestRow } from "./requestRow";

/** The one thing that can be done about an open request: here, or on the page of a vault that is on another chain than this page. */
export function RequestAction({ row }: { readonly row: RequestRow }) {
  const { pageChainId } = useChainSources();
  if (row.vault.chainId === pageChainId) return <OwnAction row={row} />;
  return (
    <ButtonLink size="sm" href={vaultHref(row.vault)}>
      Open vault
    </ButtonLink>
  );
}

function OwnAction({ row }: { readonly row: RequestRow }) {
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
