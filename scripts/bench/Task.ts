import type { Work } from "./measure";

/** What a task must reach against QuantLib in the same run, and when two sums of results are the same. */
export type Task = {
  /** Least ratio of QuantLib's time to ours; null where QuantLib is not the peer. */
  readonly goal: number | null;
  readonly agreement: (ours: number, peer: number) => boolean;
  /** Whether Node's sum and Chromium's must be the same to the last digit. */
  readonly isPortable?: boolean;
  readonly work: () => Work;
};

/** Two sums are the same to a share of the peer's. */
export function within(share: number): Task["agreement"] {
  return (ours, peer) => Math.abs(ours - peer) <= share * Math.abs(peer);
}
