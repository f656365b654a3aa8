"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { PageHeading } from "@/components/layout/PageHeading";
import { Notice } from "@/components/ui/Notice";
import { Skeleton } from "@/components/ui/Skeleton";
import { LaterReadFailure } from "@/components/vault/LaterReadFailure";
import { useChainTime } from "@/hooks/useChainTime";
import { useVaultHistories } from "@/hooks/useVaultHistories";
import { useVaults } from "@/hooks/useVaults";
import type { Vault } from "@/lib/vault/Vault";
import { SplitBuilder } from "./SplitBuilder";
import { askedWeights, parseSplitQuery, type SplitQuery } from "./splitQuery";

const LEAD =
  "Split one deposit over vaults of one token and coin, see what they do together, and send it in one transaction.";

/** The vaults that one deposit can be split over, and the builder for them. */
export function ChooseView() {
  const vaults = useVaults();
  const params = useSearchParams();
  const asked = useMemo(() => parseSplitQuery(params), [params]);
  const group = useMemo(() => vaults.data && splittable(vaults.data, asked), [vaults.data, asked]);
  const histories = useVaultHistories(vaults.data);
  const time = useChainTime(60);
  const now = time?.now ?? vaults.data?.[0]?.blockTimestamp;
  const failure = vaults.error ?? histories.error;
  return (
    <>
      <PageHeading title="Choose a strategy" lead={LEAD} />
      {failure ? (
        <LaterReadFailure error={failure} readAt={group?.[0]?.blockTimestamp} onRetry={() => void vaults.refetch()} />
      ) : null}
      {group && now !== undefined ? (
        group.length < 2 ? (
          <Notice level={2} title="Nothing to split">
            No token has two vaults on one coin here, so there is nothing to split a deposit over.
          </Notice>
        ) : (
          <SplitBuilder vaults={group} histories={histories.data} now={now} asked={asked} />
        )
      ) : failure ? null : (
        <Skeleton className="h-[720px] w-full" />
      )}
    </>
  );
}

/**
 * Vaults that take the same token and have options on the same coin, as only their payoffs add up: those that the address asks to split, else
 * the largest group.
 */
function splittable(vaults: readonly Vault[], asked: SplitQuery): readonly Vault[] {
  const groups = vaults.map(({ asset, underlying }) =>
    vaults.filter((other) => other.asset.address === asset.address && other.underlying.address === underlying.address),
  );
  const wanted = groups.find((group) => askedWeights(group, asked) !== null);
  return wanted ?? groups.reduce((most, group) => (group.length > most.length ? group : most), []);
}
