import type { Stat } from "@/components/ui/StatStrip";
import { toneOfSign } from "@/components/ui/Tone";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import {
  capText,
  depositsText,
  lostText,
  premiumText,
  projectedText,
  realisedPerYearText,
  realisedText,
  TAIL_NAME,
  tailText,
} from "./figureTexts";
import type { VaultFigures } from "./VaultFigures";

/** The figures under a vault's name: gain and loss in the same breath. The epoch clock stands beside them. */
export function vaultStats(figures: VaultFigures): readonly Stat[] {
  return [premium(figures), projected(figures), realised(figures), badEpoch(figures), deposits(figures)];
}

function premium(figures: VaultFigures): Stat {
  const { basis, premium: share, entry, now, vault } = figures;
  const label = "Premium, this epoch";
  const value = premiumText(figures);
  if (basis === "none" || share === null) {
    return { label, value, note: vault.epoch.phase === "idle" ? "no epoch is open" : "nothing was sold" };
  }
  if (basis === "offered") return { label, value, note: "least price on offer, not sold yet" };
  const day = entry?.ok ? `, ${formatUtcDay(entry.filledAt, now)}` : "";
  return { label, value, note: `${share < 0 ? "paid" : "fixed at the sale"}${day}` };
}

function projected(figures: VaultFigures): Stat {
  const label = "Projected";
  const value = projectedText(figures);
  if (value === null) return { label, value: "none", note: premiumNote(figures.basis), tone: "quiet" };
  const note =
    figures.basis === "offered" ? "at that price, if none lost; before fees" : "if no epoch ever lost; before fees";
  return { label, value, note, tone: "quiet" };
}

function premiumNote(basis: VaultFigures["basis"]): string {
  return basis === "none" ? "no premium this epoch" : "the premium is a cost";
}

function realised({ realised: past, product, vault }: VaultFigures): Stat {
  const value = realisedText(past);
  if (past === null) return { label: "Realised", value, note: "history not read yet" };
  const count = past.epochs.length;
  if (count === 0) return { label: "Realised", value, note: "no epoch settled yet" };
  const unit = product.deposit === "underlying" ? ` in ${vault.underlyingSymbol}` : "";
  const perYear = realisedPerYearText(past);
  return {
    label: `Realised, ${count} ${count === 1 ? "epoch" : "epochs"}`,
    value,
    note: `${perYear === null ? "" : `${perYear}${unit}; `}${lostText(past)}`,
    tone: toneOfSign(past.compounded),
  };
}

/** Two tails are one when they differ by less than what is shown. */
const SAME = 0.0005;

function badEpoch(figures: VaultFigures): Stat {
  const { tail, largestLoss } = figures;
  const label = `Bad epoch, ${TAIL_NAME}`;
  const value = tailText(figures);
  if (tail === null) return { label, value, note: "no volatility without a sale" };
  const isLargest = Math.abs(tail.expectedShortfall - largestLoss) < SAME;
  return {
    label,
    value,
    note: isLargest ? "equal to the largest loss" : "average of the worst 1 in 20, USD",
    tone: tail.expectedShortfall < 0 ? "loss" : "neutral",
  };
}

function deposits(figures: VaultFigures): Stat {
  return { label: "Deposits", value: depositsText(figures), note: `${capText(figures)} cap` };
}
