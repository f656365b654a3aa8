import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatCompactUsd } from "@/lib/format/formatUsd";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { RealisedWindow } from "./realisedWindow";
import type { VaultFigures } from "./VaultFigures";

/** Every figure that more than one screen shows, as the one text that all of them show. */

/** The premium of this epoch: `+1.16%`. */
export function premiumText({ basis, premium }: Pick<VaultFigures, "basis" | "premium">): string {
  return basis === "none" || premium === null ? NO_NUMBER : formatSignedPercent(premium);
}

/** That premium on a year, which needs the word "projected" beside it: `60.5% p.a.`; null when there is none. */
export function projectedText({ projected }: Pick<VaultFigures, "projected">): string | null {
  return projected === null ? null : `${formatPercent(projected, 1)} p.a.`;
}

/** What depositors got over the window: `+5.02%`; a dash while nothing is settled or read. */
export function realisedText(realised: RealisedWindow | null): string {
  return realised === null || realised.epochs.length === 0 ? NO_NUMBER : formatSignedPercent(realised.compounded);
}

/** The same on a year, which needs the word "realised" and the count of epochs beside it: `+23.7% p.a.`. */
export function realisedPerYearText(realised: RealisedWindow): string | null {
  return realised.annualised === null ? null : `${formatSignedPercent(realised.annualised, 1)} p.a.`;
}

/** `4 of 12 lost`. */
export function lostText({ losses, epochs }: RealisedWindow): string {
  return `${losses} of ${epochs.length} lost`;
}

/** The worst twentieth of a whole epoch at the volatility of its sale, on every screen: not that of a model from now on. */
export const TAIL_NAME = "ES 95% at sale";

/** The average of the worst twentieth: `−6.5%`. */
export function tailText({ tail }: Pick<VaultFigures, "tail">): string {
  return tail === null ? NO_NUMBER : formatSignedPercent(tail.expectedShortfall, 1);
}

/** `$12.7M`. */
export function depositsText({ depositsUsd }: Pick<VaultFigures, "depositsUsd">): string {
  return formatCompactUsd(depositsUsd);
}

/** How much of the cap is taken: `85% of $15.0M`, `full, 99% of $8.0M`. */
export function capText(figures: Pick<VaultFigures, "capacity" | "capUsd" | "vault">): string {
  const share = formatPercent(figures.capacity.filledShare, 0);
  return `${isFull(figures) ? "full, " : ""}${share} of ${formatCompactUsd(figures.capUsd)}`;
}

/** No room for even the least request. */
export function isFull({ capacity, vault }: Pick<VaultFigures, "capacity" | "vault">): boolean {
  return capacity.room < vault.terms.minRequest;
}
