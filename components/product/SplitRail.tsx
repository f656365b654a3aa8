"use client";

import type { Bps } from "@/lib/units/Bps";
import { LeaveTogether } from "./LeaveTogether";
import { SplitPanel, type SplitPanelProps } from "./SplitPanel";
import { StoredSplit } from "./StoredSplit";

export type SplitRailProps = Omit<SplitPanelProps, "isStored"> & {
  /** The stored weights in the order of the vaults; null when none are. */
  readonly kept: readonly Bps[] | null;
};

/** Everything that can be signed for a split: the deposit, the stored weights, the way out. */
export function SplitRail(props: SplitRailProps) {
  const { vaults, parsed, kept, now } = props;
  const isStored = parsed.ok && kept !== null && parsed.weights.join() === kept.join();
  return (
    <>
      <SplitPanel {...props} isStored={isStored} />
      <StoredSplit vaults={vaults} kept={kept} parsed={parsed} />
      <LeaveTogether vaults={vaults} now={now} />
    </>
  );
}
