import type { KeyValue } from "@/components/ui/KeyValueList";
import { toneOfSign } from "@/components/ui/Tone";
import { formatOdds, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import { formatTokenExact } from "@/lib/format/formatToken";
import { formatRiskUsd, formatSignedUsd } from "@/lib/format/formatUsd";
import type { MarginResult } from "@/lib/products/margin";
import type { BuildFigures } from "./BuildFigures";
import { nearlyFlatGain } from "./plainWords";

/** The figures of the panel, in the order in which they are weighed: premium, extremes, odds, margin. */
export function summaryItems(figures: BuildFigures): readonly KeyValue[] {
  const { premiumUsd, worst, best, breakevens, atZero, profitOdds, expected, shortfall, coin } = figures;
  const upwards = worst.profit === Number.NEGATIVE_INFINITY;
  return [
    { key: premiumUsd < 0 ? "Premium, you pay" : "Premium, you receive", value: premiumText(figures) },
    { key: "Most you can gain", value: gainText(figures), tone: toneOfSign(best.profit) },
    {
      key: "Most you can lose",
      value: upwards ? "unlimited upwards" : boundText(Math.min(0, worst.profit), ""),
      tone: worst.profit < 0 ? "loss" : undefined,
    },
    { key: `If ${coin.symbol} goes to zero`, value: formatSignedUsd(atZero), tone: toneOfSign(atZero) },
    { key: "Breakevens", value: breakevens.length === 0 ? "none" : breakevens.map(formatStrike).join(", ") },
    { key: "Odds of no loss", value: `${formatOdds(profitOdds)} implied` },
    { key: "Mean result, implied", value: formatSignedUsd(expected), tone: toneOfSign(expected) },
    { key: "Bad outcome, ES 95%", value: formatRiskUsd(shortfall), tone: toneOfSign(shortfall) },
    { key: "Margin, full mode", value: marginText(figures) },
  ];
}

function gainText(figures: BuildFigures): string {
  const nearly = nearlyFlatGain(figures);
  if (nearly === null) return boundText(figures.best.profit, "unlimited");
  return `${formatSignedUsd(nearly.profit)} at ${formatStrike(nearly.strike)}, then hardly more`;
}

function premiumText({ premiumUsd, product, spot, draft }: BuildFigures): string {
  const cash = draft.deposit === "underlying" ? product.cash * spot : product.cash;
  const share = cash > 0 && premiumUsd > 0 ? ` (${formatSignedPercent(premiumUsd / cash)} of collateral)` : "";
  return `${formatSignedUsd(premiumUsd)}${share}`;
}

function boundText(profit: number, unlimited: string): string {
  return Number.isFinite(profit) ? formatSignedUsd(profit) : unlimited;
}

/** To the last unit of the token, or why no amount is enough. */
function marginText({ margin, depositToken }: BuildFigures): string {
  return margin.ok ? formatTokenExact(margin.required, depositToken) : REFUSED[margin.reason];
}

const REFUSED: Readonly<Record<Extract<MarginResult, { ok: false }>["reason"], string>> = {
  tooManyLegs: "too many legs",
  unboundedUpwards: "none is enough",
  unboundedDownwards: "none is enough",
};
