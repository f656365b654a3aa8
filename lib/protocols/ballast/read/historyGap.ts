import { HistoryGapError } from "@/lib/errors/quorumErrors";
import type { Epoch, Fill, PastEpoch } from "@/lib/vault/Epoch";
import type { Address } from "@/lib/vault/Token";

/** Where a vault's epoch stands, as its own state tells. */
export type EpochState = Pick<Epoch, "number" | "phase" | "premium">;

/** What the events tell of a vault. */
type ToldHistory = {
  readonly vault: Address;
  readonly pastEpochs: readonly PastEpoch[];
  readonly fills: readonly Fill[];
};

/**
 * What the events leave out: every epoch before the open one must be told, each with sales that add up to its premium, and
 * the open one's sales to the premium that the vault has received. Null where all is there.
 */
export function historyGap(histories: readonly ToldHistory[], epochs: readonly EpochState[]): HistoryGapError | null {
  for (const [index, history] of histories.entries()) {
    const state = epochs[index];
    const missing = state === undefined ? [] : missingEpochs(history, state);
    if (missing.length > 0) return new HistoryGapError(history.vault, missing);
  }
  return null;
}

function missingEpochs({ pastEpochs, fills }: ToldHistory, { number, phase, premium }: EpochState): readonly number[] {
  const settled = phase === "idle" ? number : number - 1;
  const premiums = new Map(pastEpochs.map((epoch) => [epoch.number, epoch.premium]));
  if (phase !== "idle") premiums.set(number, premium);
  const sold = new Map<number, bigint>();
  for (const fill of fills) sold.set(fill.epoch, (sold.get(fill.epoch) ?? 0n) + fill.premium);
  const last = Math.max(settled, phase === "idle" ? 0 : number);
  return Array.from({ length: last }, (_, index) => index + 1).filter(
    (epoch) => premiums.get(epoch) !== (sold.get(epoch) ?? 0n),
  );
}
