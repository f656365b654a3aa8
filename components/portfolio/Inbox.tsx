"use client";

import { RequestAction } from "@/components/transaction/RequestAction";
import { type RequestRow, requestRows } from "@/components/transaction/requestRow";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { ItemRow } from "@/components/ui/ItemRow";
import { vaultHref } from "@/components/vault/vaultHref";
import { useWallet } from "@/hooks/useWallet";
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
          action={isOwn ? <Action row={row} /> : undefined}
        >
          <b className="font-medium text-ink">{row.amount}</b> {row.rest}
        </ItemRow>
      ))}
    </ul>
  );
}

/** A write is of the page's chain; the page of a vault elsewhere is of its own. */
function Action({ row }: { readonly row: RequestRow }) {
  const { appChainId } = useWallet();
  const { chainId } = row.vault;
  if (chainId === appChainId) return <RequestAction row={row} />;
  return (
    <ButtonLink size="sm" href={vaultHref(row.vault)}>
      Open vault
    </ButtonLink>
  );
}
