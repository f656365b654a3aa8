"use client";

import { useMemo } from "react";
import { useChainTime } from "@/hooks/useChainTime";
import { useMarkets } from "@/hooks/useMarkets";
import { usePositions } from "@/hooks/usePositions";
import { useVaultHistories } from "@/hooks/useVaultHistories";
import { useVaults } from "@/hooks/useVaults";
import { type VaultHolding, vaultHolding } from "@/lib/risk/vaultHolding";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";

/** What an address has in all vaults, valued at one moment. */
export type Portfolio = {
  /** One for each vault in which there is anything. */
  readonly holdings: readonly VaultHolding[];
  readonly now: UnixSeconds;
  /** The fills shown are those of before an epoch moved on; the new ones are on their way. */
  readonly isReadingFills: boolean;
};

/** What has this address in all vaults? Undefined until vaults, fills, markets and positions are known; old values stay on a failure. */
export function usePortfolio(account: Address | undefined): {
  readonly portfolio: Portfolio | undefined;
  readonly error: Error | null;
} {
  const vaults = useVaults();
  const histories = useVaultHistories(vaults.data);
  const positions = usePositions(account);
  const marketOf = useMarkets(vaults.data?.map(({ underlyingSymbol }) => underlyingSymbol) ?? []);
  const now = useChainTime(60)?.now;
  const portfolio = useMemo(() => {
    if (!vaults.data || !histories.data || !positions.data) return undefined;
    if (vaults.data.some(({ underlyingSymbol }) => marketOf(underlyingSymbol) === undefined)) return undefined;
    const at = now ?? vaults.data[0]?.blockTimestamp;
    if (at === undefined) return undefined;
    const holdings = vaults.data.flatMap((vault) => {
      const same = (one: { readonly vault: string }) => one.vault.toLowerCase() === vault.address.toLowerCase();
      const position = positions.data.find(same);
      const fills = histories.data.find(same)?.fills ?? [];
      const market = marketOf(vault.underlyingSymbol);
      return position && market ? [vaultHolding({ vault, fills, position, now: at, market })] : [];
    });
    return {
      holdings: holdings.filter(({ value }) => !value.isEmpty),
      now: at,
      isReadingFills: histories.isPlaceholderData,
    };
  }, [vaults.data, histories.data, histories.isPlaceholderData, positions.data, now, marketOf]);
  return { portfolio, error: positions.error ?? vaults.error ?? histories.error };
}
