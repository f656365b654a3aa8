"use client";

import { useMemo } from "react";
import { useMarkets } from "@/hooks/useMarkets";
import { useVaultHistories } from "@/hooks/useVaultHistories";
import { useVaults } from "@/hooks/useVaults";
import { computeVaultFigures } from "./computeVaultFigures";
import type { VaultFigures } from "./VaultFigures";

/** All vaults of the chain with their figures; undefined until the vaults are known, and kept on a failure. */
export function useListFigures(): {
  readonly rows: readonly VaultFigures[] | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
} {
  const vaults = useVaults();
  const histories = useVaultHistories(vaults.data);
  const marketOf = useMarkets(vaults.data?.map(({ underlyingSymbol }) => underlyingSymbol) ?? []);
  const rows = useMemo(
    () =>
      vaults.data?.map((vault) => {
        const past = histories.data?.find(({ vault: address }) => address === vault.address);
        return computeVaultFigures(vault, past, {
          now: vault.blockTimestamp,
          market: marketOf(vault.underlyingSymbol),
        });
      }),
    [vaults.data, histories.data, marketOf],
  );
  return { rows, error: vaults.error ?? histories.error, retry: () => void vaults.refetch() };
}
