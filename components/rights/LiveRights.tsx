"use client";

import { Section } from "@/components/layout/Section";
import { AddressText } from "@/components/ui/AddressText";
import { ReadFailure } from "@/components/vault/ReadFailure";
import { useChainSource } from "@/hooks/useChainSource";
import { useChainTime } from "@/hooks/useChainTime";
import { useRights } from "@/hooks/useRights";
import { useTransaction } from "@/hooks/useTransaction";
import { grouped } from "@/lib/format/numberText";
import type { StandingRights } from "@/lib/vault/StandingRight";
import type { Address } from "@/lib/vault/Token";
import { EmptyRights } from "./EmptyRights";
import { RightsSkeleton } from "./RightsSkeleton";
import { RightsTable } from "./RightsTable";
import { rightRow } from "./rightRow";

/** `isOwn`: the connected account looks at itself, and may revoke. */
type Props = { readonly account: Address; readonly isOwn: boolean };

/** The rights that an address has given, as the chain says them now. */
export function LiveRights({ account, isOwn }: Props) {
  const { data, error, refetch } = useRights(account);
  return (
    <>
      {error ? <ReadFailure error={error} readAt={data?.blockTimestamp} onRetry={() => void refetch()} /> : null}
      {data ? <Filled standing={data} isOwn={isOwn} /> : error ? null : <RightsSkeleton />}
    </>
  );
}

function Filled({ standing, isOwn }: { readonly standing: StandingRights; readonly isOwn: boolean }) {
  const { deployment } = useChainSource();
  const { intend } = useTransaction();
  const now = useChainTime(60)?.now ?? standing.blockTimestamp;
  const rows = standing.rights.map((right) => rightRow(right, deployment, now));
  return (
    <Section title="What stands now" aside={`Read at block ${grouped(standing.blockNumber.toString())}`}>
      <p className="mb-4 text-13 text-ink-2">
        Given by <AddressText address={standing.account} full />
        {isOwn ? null : ". Only this account can revoke: connect it to do so."}
      </p>
      {rows.length === 0 ? <EmptyRights /> : <RightsTable rows={rows} onRevoke={isOwn ? intend : undefined} />}
    </Section>
  );
}
