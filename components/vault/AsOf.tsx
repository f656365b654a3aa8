"use client";

import { useChainTime } from "@/hooks/useChainTime";
import { formatUtcDate } from "@/lib/format/formatUtcDate";

/** When the figures on the page are from: the newest block's own time. */
export function AsOf() {
  const time = useChainTime(60);
  return time ? <p className="only-wide">As of {formatUtcDate(time.blockTimestamp, time.now)}</p> : null;
}
