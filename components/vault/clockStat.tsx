import type { Stat } from "@/components/ui/StatStrip";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { COUNTDOWN_LABEL, STAGE_NAME } from "./stageText";
import { TimeLeft } from "./TimeLeft";
import type { VaultFigures } from "./VaultFigures";

/** The last figure of the strip: how long the epoch has to go. */
export function clockStat({ schedule, now }: VaultFigures): Stat {
  const { stage, expiry } = schedule;
  const label = COUNTDOWN_LABEL[stage];
  if (stage === "idle" || stage === "settling" || stage === "unsold") {
    return { label, value: stage === "idle" ? "waits" : "now", note: STAGE_NAME[stage] };
  }
  return { label, value: <TimeLeft until={expiry.at} now={now} />, note: formatUtcDate(expiry.at, now) };
}
