import type { Stat } from "@/components/ui/StatStrip";
import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatCompactUsd } from "@/lib/format/formatUsd";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { VaultFigures } from "./VaultFigures";

/** The figures under a vault's name: gain and loss in the same breath. The epoch clock stands beside them. */
export function vaultStats(figures: VaultFigures): readonly Stat[] {
  return [premium(figures), projected(figures), realised(figures), badEpoch(figures), deposits(figures)];
}

function premium({ basis, premium: share, entry, now, vault }: VaultFigures): Stat {
  const label = "Premium, this epoch";
  if (basis === "none" || share === null) {
    return { label, value: NO_NUMBER, note: vault.epoch.phase === "idle" ? "no epoch is open" : "nothing was sold" };
  }
  const value = formatSignedPercent(share);
  if (basis === "offered") return { label, value, note: "least price on offer, not sold yet" };
  const day = entry?.ok ? `, ${formatUtcDay(entry.filledAt, now)}` : "";
  return { label, value, note: `${share < 0 ? "paid" : "fixed at the sale"}${day}` };
}

function projected({ projected: perYear, basis }: VaultFigures): Stat {
  const label = "Projected";
  if (perYear === null) return { label, value: "none", note: premiumNote(basis), tone: "quiet" };
  return {
    label,
    value: `${formatPercent(perYear, 1)} p.a.`,
    note: basis === "offered" ? "at that price, if none lost" : "if no epoch ever lost",
    tone: "quiet",
  };
}

function premiumNote(basis: VaultFigures["basis"]): string {
  return basis === "none" ? "no premium this epoch" : "the premium is a cost";
}

function realised({ realised: past, product, vault }: VaultFigures): Stat {
  if (past === null) return { label: "Realised", value: NO_NUMBER, note: "history not read yet" };
  const { epochs, compounded, annualised, losses } = past;
  if (epochs.length === 0) return { label: "Realised", value: NO_NUMBER, note: "no epoch settled yet" };
  const unit = product.deposit === "underlying" ? ` in ${vault.underlyingSymbol}` : "";
  const perYear = annualised === null ? "" : `${formatSignedPercent(annualised, 1)} p.a.${unit}; `;
  return {
    label: `Realised, ${epochs.length} ${epochs.length === 1 ? "epoch" : "epochs"}`,
    value: formatSignedPercent(compounded),
    note: `${perYear}${losses} of ${epochs.length} lost`,
    tone: compounded < 0 ? "loss" : compounded > 0 ? "profit" : "neutral",
  };
}

/** Two tails are one when they differ by less than what is shown. */
const SAME = 0.0005;

function badEpoch({ tail, largestLoss }: VaultFigures): Stat {
  const label = "Bad epoch, ES 95%";
  if (tail === null) return { label, value: NO_NUMBER, note: "no volatility without a sale" };
  const { expectedShortfall } = tail;
  const isLargest = Math.abs(expectedShortfall - largestLoss) < SAME;
  return {
    label,
    value: formatSignedPercent(expectedShortfall, 1),
    note: isLargest ? "equal to the largest loss" : "average of the worst 1 in 20, USD",
    tone: expectedShortfall < 0 ? "loss" : "neutral",
  };
}

function deposits({ depositsUsd, capacity, capUsd }: VaultFigures): Stat {
  const share = formatPercent(capacity.filledShare, 0);
  const full = capacity.isFull ? "full, " : "";
  return {
    label: "Deposits",
    value: formatCompactUsd(depositsUsd),
    note: `${full}${share} of ${formatCompactUsd(capUsd)} cap`,
  };
}
