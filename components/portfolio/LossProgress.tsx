import { RunProgress } from "@/components/ui/RunProgress";
import { grouped } from "@/lib/format/numberText";
import { type PortfolioLoss, SCENARIOS } from "./useLoss";

/** How far a distribution is, and the way to stop it; of one that was stopped, the way to finish it. */
export function LossProgress({ loss }: { readonly loss: PortfolioLoss }) {
  const { estimate, isRunning, isOfLastTask, cancel, restart } = loss;
  const done = isOfLastTask ? 0 : (estimate?.done ?? 0);
  if (!isRunning && (estimate === undefined || estimate.refused !== null || done >= SCENARIOS)) return null;
  return (
    <RunProgress
      text={`${grouped(String(done))} of ${grouped(String(SCENARIOS))} scenarios`}
      share={done / SCENARIOS}
      isRunning={isRunning}
      onStop={cancel}
      onGoOn={restart}
    />
  );
}
