import { Button } from "@/components/ui/Button";
import { Meter } from "@/components/ui/Meter";
import { grouped } from "@/lib/format/numberText";
import { type PortfolioLoss, SCENARIOS } from "./useLoss";

/** How far a distribution is, and the way to stop it; of one that was stopped, the way to finish it. */
export function LossProgress({ loss }: { readonly loss: PortfolioLoss }) {
  const { estimate, isRunning, isOfLastTask, cancel, restart } = loss;
  const done = isOfLastTask ? 0 : (estimate?.done ?? 0);
  if (!isRunning && (estimate === undefined || estimate.refused !== null || done >= SCENARIOS)) return null;
  const text = `${grouped(String(done))} of ${grouped(String(SCENARIOS))} scenarios`;
  return (
    <span className="flex items-center gap-3 text-12 text-ink-2" aria-live="off">
      <span className="w-40">
        {text}
        <Meter share={done / SCENARIOS} label={text} />
      </span>
      {isRunning ? (
        <Button size="sm" onClick={cancel}>
          Stop
        </Button>
      ) : (
        <Button size="sm" onClick={restart}>
          Go on
        </Button>
      )}
    </span>
  );
}
