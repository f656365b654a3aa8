import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import type { EpochReturn } from "./epochReturns";

/** What the usual headline makes of a history: a share of 1, and how many epochs it is made of. */
export type WinningEpochsApy = { readonly apy: number; readonly winners: number };

/**
 * Not a figure of this app: the headline yield that option vaults usually show, for comparison with what was realised. Each
 * epoch in which the share price rose is compounded for a year, (1 + r)^(year / length) − 1, and the results are averaged;
 * epochs that lost are left out. Null when no epoch won.
 * Source: Ribbon's open front end, `calculateAPYFromPriceHistory`, which keeps the weeks that rose and takes the power of 52.
 */
export function winningEpochsApy(
  epochs: readonly Pick<EpochReturn, "inAsset" | "openedAt" | "settledAt">[],
): WinningEpochsApy | null {
  const winners = epochs.filter(({ inAsset, openedAt, settledAt }) => inAsset > 0 && settledAt > openedAt);
  if (winners.length === 0) return null;
  const sum = winners.reduce((total, { inAsset, openedAt, settledAt }) => {
    return total + (1 + inAsset) ** (SECONDS_PER_YEAR / Number(settledAt - openedAt)) - 1;
  }, 0);
  return { apy: sum / winners.length, winners: winners.length };
}
