"use client";

import { useMemo } from "react";
import type { Held } from "@/components/transaction/requestRow";
import { useActivity } from "@/hooks/useActivity";
import { useChainTime } from "@/hooks/useChainTime";
import { usePositions } from "@/hooks/usePositions";
import { usePricesAt } from "@/hooks/usePricesAt";
import { useVaults } from "@/hooks/useVaults";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Address } from "@/lib/vault/Token";
import { activityBook, pricedTimes, type VaultBook } from "./activityBook";

/** What an address has open now, and all that it ever did. */
export type ActivityBook = {
  /** Every vault with the address's position; undefined until both are known. */
  readonly held: readonly Held[] | undefined;
  readonly heldError: Error | null;
  /** Undefined until the events are known. */
  readonly books: readonly VaultBook[] | undefined;
  /** The block of the books. */
  readonly readAt: { readonly number: bigint; readonly time: UnixSeconds } | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  /** Prices of past days are on their way, or could not be read. */
  readonly prices: "known" | "reading" | "failed";
  readonly now: UnixSeconds | undefined;
};

const NO_PRICES = [] as const;

/** What did this address do in all vaults, and what is there to do now? What can be done does not wait for what was. */
export function useActivityBook(account: Address): ActivityBook {
  const { data: vaults, error: vaultsError } = useVaults();
  const { data: positions, error: positionsError } = usePositions(account);
  const activity = useActivity(account, { vaults, positions });
  const times = useMemo(
    () => (activity.data && vaults ? pricedTimes(activity.data, vaults) : undefined),
    [activity.data, vaults],
  );
  const prices = usePricesAt(times);
  const books = useMemo(
    () => (activity.data && vaults ? activityBook(activity.data, vaults, prices.data ?? NO_PRICES) : undefined),
    [activity.data, vaults, prices.data],
  );
  const held = useMemo(
    () =>
      vaults && positions
        ? vaults.flatMap((vault) => {
            const position = positions.find((one) => one.vault.toLowerCase() === vault.address.toLowerCase());
            return position ? [{ vault, position }] : [];
          })
        : undefined,
    [vaults, positions],
  );
  const isPriced = prices.data !== undefined || times?.length === 0;
  return {
    held,
    heldError: positionsError ?? vaultsError,
    books,
    readAt: activity.data && { number: activity.data.blockNumber, time: activity.data.blockTimestamp },
    error: activity.error,
    onRetry: () => void activity.refetch(),
    prices: isPriced ? "known" : prices.error ? "failed" : "reading",
    now: useChainTime(60)?.now ?? vaults?.[0]?.blockTimestamp,
  };
}
