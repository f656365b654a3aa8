import type { Stat } from "@/components/ui/StatStrip";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatAge } from "@/lib/format/formatTimeLeft";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Ownership, SharedControls } from "@/lib/vault/Controls";
import type { MakerShare } from "@/lib/vault/makerShares";
import type { FeedReading } from "@/lib/vault/PairFeeds";
import { delayText, isUnguarded } from "./ownershipWords";
import { publishedText, type SourceRow } from "./sourceRows";

/** The shortest notice of a change among these owners. */
export function noticeStat(owners: readonly Ownership[], shared: SharedControls): Stat {
  const label = "Notice before a change";
  if (owners.some((owner) => isUnguarded(owner, shared)))
    return { label, value: "none", note: "an owner is no timelock", tone: "warning" };
  return { label, value: delayText(shared.delaySeconds), note: "by a timelock; open epochs are untouched" };
}

/** The largest maker of an epoch. */
export function makerStat(shares: readonly MakerShare[]): Stat {
  const label = "Largest maker, this epoch";
  const [largest] = shares;
  if (largest === undefined) return { label, value: NO_NUMBER, note: "nothing was sold" };
  const count = shares.length === 1 ? "the only maker" : `of ${shares.length} makers`;
  return { label, value: formatPercent(largest.share, 0), note: `of what was sold; ${count}` };
}

/** The oldest answer of some feeds. */
export function feedStat(readings: readonly FeedReading[], now: UnixSeconds): Stat {
  const label = "Price feed answered";
  const silent = readings.filter(({ latest }) => latest === null).length;
  const times = readings.flatMap(({ latest }) => (latest === null ? [] : [latest.updatedAt]));
  const [oldest] = times.toSorted((a, b) => Number(a - b));
  if (silent > 0 || oldest === undefined) {
    return { label, value: NO_NUMBER, note: "a feed gives no usable answer", tone: "warning" };
  }
  return { label, value: formatAge(oldest, now), note: "the oldest of the first feeds" };
}

/** Whether the deployment names a place of the source of every contract. */
export function sourceStat(rows: readonly SourceRow[]): Stat {
  const isWhole = rows.every(({ url }) => url !== null);
  return {
    label: "Source",
    value: isWhole ? "Published" : "Not verified",
    note: isWhole
      ? `says the deployment, for ${rows.length} ${rows.length === 1 ? "contract" : "contracts"}`
      : publishedText(rows),
    tone: isWhole ? "neutral" : "warning",
  };
}

/** Whether anybody outside has reviewed the contracts. */
export function auditStat(reports: number): Stat {
  const label = "Audit";
  if (reports === 0) return { label, value: "Not audited", note: "no report is named", tone: "warning" };
  return { label, value: `${reports} ${reports === 1 ? "report" : "reports"}`, note: "named below" };
}
