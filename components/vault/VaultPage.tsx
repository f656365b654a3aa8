"use client";

import { useMemo } from "react";
import { useChainTime } from "@/hooks/useChainTime";
import { useMarkets } from "@/hooks/useMarkets";
import { usePosition } from "@/hooks/usePosition";
import { useVault } from "@/hooks/useVault";
import { useVaultHistories } from "@/hooks/useVaultHistories";
import { useWallet } from "@/hooks/useWallet";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";
import { computeVaultFigures } from "./computeVaultFigures";
import { LaterReadFailure } from "./LaterReadFailure";
import { useLastFailure } from "./useLastFailure";
import { VaultSkeleton } from "./VaultSkeleton";
import { VaultView } from "./VaultView";

/** Model values move by the minute; the countdown beside them by itself. */
const MINUTE = 60n;

/** One vault: read at the newest block, valued at the chain's time. */
export function VaultPage({ address }: { readonly address: Address }) {
  const { data: vault, error, refetch } = useVault(address);
  const vaults = useMemo(() => vault && [vault], [vault]);
  const { data: histories, error: historyError } = useVaultHistories(vaults);
  const { account, appChainName } = useWallet();
  const { data: position } = usePosition(account, address);
  const marketOf = useMarkets(vault ? [vault.underlyingSymbol] : []);
  const market = vault && marketOf(vault.underlyingSymbol);
  const time = useChainTime(60);
  const past = histories?.[0];
  const minute = vault && unixSeconds(((time?.now ?? vault.blockTimestamp) / MINUTE) * MINUTE);
  const figures = useMemo(
    () => (vault && minute !== undefined ? computeVaultFigures(vault, past, { now: minute, market }) : undefined),
    [vault, past, minute, market],
  );
  const failure = useLastFailure(error ?? historyError, vault !== undefined);
  if (figures === undefined) {
    return failure ? <LaterReadFailure error={failure} level={1} onRetry={() => void refetch()} /> : <VaultSkeleton />;
  }
  return (
    <>
      {failure ? <LaterReadFailure error={failure} readAt={figures.vault.blockTimestamp} /> : null}
      <VaultView
        figures={figures}
        pastEpochs={past?.pastEpochs ?? []}
        fills={past?.fills ?? []}
        position={position ?? null}
        market={market}
        chainName={appChainName}
      />
    </>
  );
}
