import type { KeyValue } from "@/components/ui/KeyValueList";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { ScheduledInstant } from "@/lib/vault/epochSchedule";

/** When what is deposited now can leave again; an epoch that is not open yet can still be given another end. */
export function earliestExit({ at, isFixed }: ScheduledInstant, now: UnixSeconds): KeyValue {
  return {
    key: "Earliest you can leave",
    value: (
      <>
        {formatUtcDate(at, now)}
        {isFixed ? null : <span className="block text-12 text-ink-3">if epochs keep their length</span>}
      </>
    ),
  };
}
