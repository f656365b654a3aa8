"use client";

import { Meter } from "@/components/ui/Meter";
import { grouped } from "@/lib/format/numberText";
import { lawFault } from "./lossWords";
import { type RunningChanges, WHAT_IF_SCENARIOS } from "./useUnitChanges";

/** What VaR and ES of an amount rest on, how far they are, or why there are none. */
export function ChangesProgress({ running: { changes, done, law, failure } }: { readonly running: RunningChanges }) {
  const fault = law && !law.ok ? lawFault(law.reason) : failure;
  const all = grouped(String(WHAT_IF_SCENARIOS));
  if (fault) return <p className="mt-2 text-12 text-ink-2">No VaR and no shortfall: {fault}</p>;
  if (changes !== null)
    return (
      <p className="mt-2 text-12 text-ink-3">
        VaR and ES before and after from the same {all} scenarios; above, the portfolio's own are from more of them.
      </p>
    );
  const text = `VaR and ES: ${grouped(String(done))} of ${all} scenarios`;
  return (
    <div className="mt-2 w-64 text-12 text-ink-2">
      {text}
      <Meter share={done / WHAT_IF_SCENARIOS} label={text} />
    </div>
  );
}
