import type { Step, StepState } from "@/components/ui/Stepper";
import { formatSpot } from "@/lib/format/formatPrice";
import { formatSignedToken } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import { fixedText } from "@/lib/format/numberText";
import { price8ToNumber } from "@/lib/units/Price8";
import { wadToNumber } from "@/lib/units/Wad";
import type { Fill } from "@/lib/vault/Epoch";
import type { EpochStage } from "@/lib/vault/epochSchedule";
import type { VaultFigures } from "./VaultFigures";

/** The open epoch as four steps with dates and consequences; none while no epoch is open. */
export function epochSteps(figures: VaultFigures, fills: readonly Fill[]): readonly Step[] {
  const { vault, now, schedule } = figures;
  const { epoch, underlyingSymbol: coin } = vault;
  const { stage } = schedule;
  if (stage === "idle") return [];
  const spot = formatSpot(price8ToNumber(epoch.spotAtOpen));
  return [
    {
      title: "Opened",
      when: formatUtcDate(epoch.openedAt, now),
      note: `Strikes were set with ${coin} at ${spot}.`,
      state: "done",
    },
    { title: "Options sold", ...saleStep(figures, fills) },
    {
      title: "Expiry",
      when: formatUtcDate(epoch.expiry, now),
      note: "The price is the feed’s first round at or after this instant.",
      state: stateAt(stage, "live"),
    },
    {
      title: "Settlement",
      when: "at once, by anyone",
      note: "Fixes the share price. Deposits and withdrawals requested before then are executed at it.",
      state: stage === "settling" || stage === "unsold" ? "current" : "upcoming",
    },
  ];
}

function saleStep({ vault, now, schedule }: VaultFigures, fills: readonly Fill[]): Omit<Step, "title"> {
  const { epoch, asset } = vault;
  const when = formatUtcDate(epoch.saleEnd, now);
  const { stage } = schedule;
  if (stage === "selling") {
    return { when: `until ${when}`, note: "Makers post quotes; the best fill first.", state: "current" };
  }
  if (stage === "clearing") {
    return { when, note: "The sale is over. Anyone can have the quotes filled now.", state: "current" };
  }
  if (epoch.sizeSold === 0n) return { when, note: "Nothing was sold: the vault holds its deposits.", state: "failed" };
  const makers = new Set(fills.filter((fill) => fill.epoch === epoch.number).map((fill) => fill.maker)).size;
  const buyers = makers === 0 ? "" : ` to ${makers} ${makers === 1 ? "maker" : "makers"}`;
  const share = fixedText((wadToNumber(epoch.sizeSold) / wadToNumber(epoch.sizeOffered)) * 100, 0);
  return {
    when,
    note: `${share}% of the offer${buyers} for ${formatSignedToken(epoch.premium, asset)}.`,
    state: "done",
  };
}

function stateAt(stage: EpochStage, own: EpochStage): StepState {
  if (stage === own) return "current";
  return stage === "settling" ? "done" : "upcoming";
}
