"use client";

import { Section } from "@/components/layout/Section";
import { READ_ONLY } from "@/components/transaction/ReadOnlyNotice";
import { RequestAction } from "@/components/transaction/RequestAction";
import type { Held } from "@/components/transaction/requestRow";
import { type RequestRow, requestRows } from "@/components/transaction/requestRow";
import { Button } from "@/components/ui/Button";
import { ItemRow } from "@/components/ui/ItemRow";
import { useChainSources } from "@/hooks/useChainSource";
import { type ClaimAll, useClaimAll } from "@/hooks/useClaimAll";
import { useDifferentCode } from "@/hooks/useDifferentCode";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";

type Props = {
  readonly held: readonly Held[];
  readonly now: UnixSeconds;
  /** The connected account looks at itself, and may act. */
  readonly isOwn: boolean;
};

/** What can be taken, then what waits: from the chain alone, so the same in every browser. */
export function NextSteps({ held, now, isOwn }: Props) {
  const rows = requestRows(held, now);
  const ready = rows.filter(({ isReady }) => isReady);
  // Here and not in the button, which may go while the last claim is still under way.
  const claims = useClaimAll();
  const { pageChainId } = useChainSources();
  const isHere = held.every(({ vault }) => vault.chainId === pageChainId);
  const hasClaimAll = isOwn && isHere && (ready.length > 1 || claims.turn !== null);
  return (
    <Section title="What to do now" aside={hasClaimAll ? <ClaimAllButton rows={ready} claims={claims} /> : undefined}>
      {rows.length === 0 ? (
        <p className="text-13 text-ink-2">Nothing: no request is open, and nothing is ready.</p>
      ) : null}
      {rows.length > 0 && !isOwn ? (
        <p className="mb-2 text-13 text-ink-2">Only this account can do it: connect it to claim or cancel.</p>
      ) : null}
      {hasClaimAll ? (
        <p className="mb-2 text-13 text-ink-2">
          Claim all goes through them one after the other: each is a transaction of its own, reviewed and signed by
          itself, and the next review opens once the one before is confirmed.
        </p>
      ) : null}
      {rows.length > 0 ? (
        <ul aria-label="Open requests">
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
      ) : null}
    </Section>
  );
}

/** One press for all that is ready; while it goes on, which one it is. */
function ClaimAllButton({ rows, claims }: { readonly rows: readonly RequestRow[]; readonly claims: ClaimAll }) {
  const { turn, start } = claims;
  const isReadOnly = useDifferentCode().length > 0;
  return (
    <Button
      size="sm"
      variant="primary"
      onClick={() => start(rows.map(({ intent }) => intent))}
      busy={turn === null ? undefined : `Claim ${turn.number} of ${turn.of}`}
      reason={isReadOnly ? READ_ONLY : undefined}
    >
      {`Claim all ${rows.length}`}
    </Button>
  );
}
