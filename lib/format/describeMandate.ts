import { type LimitName, SLOW_EXIT_DAYS } from "@/lib/risk/mandate/Mandate";
import type { PlanLimit } from "@/lib/risk/mandate/mandateCheck";
import type { MandateFault } from "@/lib/risk/mandate/mandateFile";
import { cleanTokenText } from "./cleanTokenText";
import { formatPercent } from "./formatPercent";
import { joinedNames } from "./joinedNames";
import { NO_NUMBER } from "./numberText";

/** What a limit is of, as the title of its field and line. */
export function limitTitle(limit: LimitName): string {
  switch (limit) {
    case "largestSharePerVault":
      return "Largest share per vault";
    case "shortfall":
      return "Shortfall (ES) 95%, 1 day";
    case "uncovered":
      return "Short without cover";
    case "slowExit":
      return `Longer than ${SLOW_EXIT_DAYS} days to leave`;
  }
}

/** What counts towards it. All are shares of the net value: what is held less what is owed. */
export function limitMeaning(limit: LimitName): string {
  switch (limit) {
    case "largestSharePerVault":
      return "Of the net value, what one vault or one position in another protocol holds. A debt makes it larger, also beyond 100%.";
    case "shortfall":
      return "The average of the worst days in 20, as a share of the net value.";
    case "uncovered":
      return "In vaults whose options owe more at some price than they hold. A loan is told by its health instead.";
    case "slowExit":
      return "What is still held that long after it is asked back now; what another protocol does not pay out at once, as it is pledged or lent on.";
  }
}

/** A share of a limit: `30%`, `8.5%`; one that is not known is a dash, one of less than nothing has no figure. */
export function limitShare(share: number | null): string {
  if (share === null) return NO_NUMBER;
  if (share === Number.POSITIVE_INFINITY) return "more than all that is owned";
  const percent = share * 100;
  const decimals =
    Math.abs(percent - Math.round(percent)) < 0.005
      ? 0
      : Math.abs(percent * 10 - Math.round(percent * 10)) < 0.05
        ? 1
        : 2;
  return formatPercent(share, decimals);
}

/** Where a limit stands before and after a plan: `0% → 100%`; one that is not known says so. */
export function limitMove({ before, after }: Pick<PlanLimit, "before" | "after">): string {
  return `${knownShare(before)} → ${knownShare(after)}`;
}

function knownShare(share: number | null): string {
  return share === null ? "not computed yet" : limitShare(share);
}

/** What a plan does to a limit, in a sentence with its numbers. */
export function limitSentence(limit: PlanLimit): string {
  const { most, before, after, verdict } = limit;
  const title = limitTitle(limit.limit);
  switch (verdict) {
    case "breaks":
      return `${title} would be ${limitShare(after)}, over your limit of ${limitShare(most)}.`;
    case "worsens":
      return `${title} is over your limit of ${limitShare(most)} already and would go from ${limitShare(before)} to ${limitShare(after)}.`;
    case "stays":
      return `${title} stays over your limit of ${limitShare(most)}, and not by more.`;
    case "unknown":
      return `${title} is not computed yet: it is neither within your limit of ${limitShare(most)} nor over it.`;
    case "kept":
      return `${title} stays within your limit of ${limitShare(most)}.`;
  }
}

/** Why no limit can be judged: the names of what is in no figure. */
export function limitsUnknown(missing: readonly string[]): string {
  return `No limit is judged: ${joinedNames(missing)} ${missing.length > 1 ? "are" : "is"} in no figure.`;
}

/** What an override says: which limits are passed over. */
export function overrideLabel(broken: readonly PlanLimit[]): string {
  const named = broken.map(({ limit, most }) => `${limitShare(most)} for ${inSentence(limitTitle(limit))}`);
  return `Sign although it breaks my ${named.length === 1 ? "limit" : "limits"} of ${joinedNames(named)}`;
}

/** Why the button is off until then. */
export const OVERRIDE_REASON = "This breaks a limit of yours. Tick the box to go on.";

function inSentence(title: string): string {
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/** Why a file is no mandate, and what would be one. */
export function describeMandateFault(fault: MandateFault): string {
  switch (fault.reason) {
    case "tooLong":
      return "This file is too long to be a file of limits.";
    case "notJson":
      return "This file cannot be read. A file of limits is JSON that this app saved.";
    case "notOurs":
      return "This is not a file of limits that this app saved.";
    case "noLimit":
      return "This file sets no limit.";
    case "otherVersion":
      return `This file is of version ${cleanTokenText(fault.version)}; this app reads version 1.`;
    case "unknownLimit":
      return `This file sets a limit that this app does not know: ${cleanTokenText(fault.name)}.`;
    case "notAShare":
      return `In this file ${fault.name} is no share from 0 to 1.`;
  }
}
