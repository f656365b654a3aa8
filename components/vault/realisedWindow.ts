import { yearsBetween } from "@/lib/units/UnixSeconds";
import type { EpochReturn, RealisedReturn } from "@/lib/vault/realisedReturn";

/** The newest settled epochs together, losing ones counted. Shares of 1, net of all fees, in the deposit asset. */
export type RealisedWindow = {
  /** Oldest first. */
  readonly epochs: readonly EpochReturn[];
  readonly compounded: number;
  /** On a year of 365 days; null without a settled epoch. */
  readonly annualised: number | null;
  readonly losses: number;
};

/** How many epochs the lists look back. */
const LONGEST = 12;

/** The last twelve epochs, or as many as there are. */
export function realisedWindow(realised: RealisedReturn): RealisedWindow {
  const epochs = realised.epochs.slice(-LONGEST);
  const compounded = epochs.reduce((product, epoch) => product * (1 + epoch.inAsset), 1) - 1;
  const first = epochs[0];
  const last = epochs.at(-1);
  const years = first && last ? yearsBetween(first.openedAt, last.settledAt) : 0;
  return {
    epochs,
    compounded,
    annualised: years > 0 ? (1 + compounded) ** (1 / years) - 1 : null,
    losses: epochs.filter((epoch) => epoch.isLoss).length,
  };
}
