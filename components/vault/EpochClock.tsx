import { Panel } from "@/components/ui/Panel";
import { Stepper } from "@/components/ui/Stepper";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import type { Fill } from "@/lib/vault/Epoch";
import { epochSteps } from "./epochSteps";
import { STAGE_NAME } from "./stageText";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures; readonly fills: readonly Fill[] };

/** Where the epoch stands and what comes next, with dates. */
export function EpochClock({ figures, fills }: Props) {
  const { vault, schedule, now } = figures;
  const steps = epochSteps(figures, fills);
  return (
    <Panel>
      <div className="panel-body">
        <div className="mb-3 flex items-baseline justify-between gap-3">
          <h2>{vault.epoch.number > 0 ? `Epoch ${vault.epoch.number}` : "First epoch"}</h2>
          <span className="text-12 text-ink-2">{STAGE_NAME[schedule.stage]}</span>
        </div>
        {steps.length > 0 ? (
          <Stepper label="Course of the epoch" steps={steps} />
        ) : (
          <p className="text-13 text-ink-2">
            The vault rests. The next epoch opens by {formatUtcDate(schedule.nextChangeAt.at, now)} at the latest, or
            anyone can have the waiting requests executed then.
          </p>
        )}
      </div>
    </Panel>
  );
}
