"use client";

import { useChainTime } from "@/hooks/useChainTime";
import { formatTimeLeft } from "@/lib/format/formatTimeLeft";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";

/** The last hour is counted by seconds, before that by minutes. */
const LAST_HOUR = 3_600n;

type Props = { readonly until: UnixSeconds; readonly now: UnixSeconds };

/** A countdown that moves by itself; `now` is what it starts from before the clock is known. */
export function TimeLeft({ until, now }: Props) {
  const everySeconds = until - now < LAST_HOUR ? 1 : 15;
  const time = useChainTime(everySeconds);
  return formatTimeLeft(until, time?.now ?? now);
}
