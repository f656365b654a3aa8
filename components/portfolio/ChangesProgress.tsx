"use client";

import { RunProgress } from "@/components/ui/RunProgress";
import { grouped } from "@/lib/format/numberText";
import { lawFault } from "./lossWords";
import { type RunningChanges, WHAT_IF_SCENARIOS } from "./useUnitChanges";

/** What VaR and ES of an amount rest on, how far they are, or why there are none. */
export function ChangesProgress({ running }: { readonly running: RunningChanges }) {
  const { changes, done, law, failure, isRunning, cancel, restart } = running;
  const fault = law && !law.ok ? lawFault(law.reason) : failure;
  const all = grouped(String(WHAT_IF_SCENARIOS));
  if (fault) return <p className="mt-2 text-12 text-ink-2">No VaR and no shortfall: {fault}</p>;
  if (changes !== null)
    return (
      <p className="mt-2 text-12 text-ink-3">
        VaR and ES before and after from the same {all} scenarios; above, the portfolio's own are from more of them.
      </p>
    );
  if (!isRunning && law === undefined)
    return <p className="mt-2 text-12 text-ink-2">Reading what VaR and ES rest on.</p>;
  return (
    <div className="mt-2">
      <RunProgress
        text={`VaR and ES: ${grouped(String(done))} of ${all}`}
        share={done / WHAT_IF_SCENARIOS}
        isRunning={isRunning}
        onStop={cancel}
        onGoOn={restart}
      />
    </div>
  );
}
