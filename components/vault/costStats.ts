import type { Stat } from "@/components/ui/StatStrip";
import { formatCost } from "@/lib/format/formatCost";
import { formatGwei } from "@/lib/format/formatGwei";
import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { grouped, NO_NUMBER } from "@/lib/format/numberText";
import type { EpochCosts } from "@/lib/vault/epochCosts";
import { amountText } from "./amountText";
import type { ExpectedPremium } from "./expectedPremium";
import type { VaultFigures } from "./VaultFigures";

/** The costs of the reader's size; null while the chain has not said what gas costs. */
export type CostsShown = {
  readonly figures: VaultFigures;
  readonly expected: ExpectedPremium | null;
  readonly costs: EpochCosts | null;
  readonly weiPerGas: bigint | undefined;
};

/** What one epoch brings and costs at the reader's size, and what it takes to pay the way in and out. */
export function costStats(shown: CostsShown): readonly Stat[] {
  return [premium(shown), fees(shown), network(shown), breakEven(shown), smallest(shown)];
}

function premium({ expected, costs }: CostsShown): Stat {
  const label = "Premium of one epoch";
  if (expected === null) return { label, value: NO_NUMBER, note: "nothing was sold yet" };
  return { label, value: formatSignedUsd(costs?.premiumUsd ?? Number.NaN), note: premiumNote(expected) };
}

function premiumNote({ share, source, epochs }: ExpectedPremium): string {
  const text = formatSignedPercent(share);
  if (source === "sold") return `${text}, as sold this epoch`;
  return source === "offered" ? `${text}, the least price on offer` : `${text}, average of ${epochs} epochs`;
}

function fees({ costs }: CostsShown): Stat {
  const label = "Fees of that epoch";
  if (costs === null) return { label, value: NO_NUMBER, note: "gas price not read yet" };
  const { managementUsd, performanceUsd } = costs;
  const performance =
    performanceUsd > 0 ? `performance ${formatUsd(performanceUsd)}` : "no performance fee below the high-water mark";
  return {
    label,
    value: formatSignedUsd(-(managementUsd + performanceUsd)),
    note: `management ${formatUsd(managementUsd)}, ${performance}`,
  };
}

function network({ costs, weiPerGas }: CostsShown): Stat {
  const label = "Network fees, in and out";
  if (costs === null || weiPerGas === undefined) return { label, value: NO_NUMBER, note: "gas price not read yet" };
  return {
    label,
    value: formatCost(costs.networkUsd),
    note: `${costs.steps.length} transactions at ${formatGwei(weiPerGas)}`,
  };
}

function breakEven({ costs, expected }: CostsShown): Stat {
  const label = "Break-even";
  if (costs === null) return { label, value: NO_NUMBER, note: "gas price not read yet" };
  const epochs = costs.breakEvenEpochs;
  if (epochs === null) {
    const note = expected === null ? "without a premium nothing pays them" : "the premium does not pay the fees";
    return { label, value: "never", note };
  }
  return {
    label,
    value: epochs === 1 ? "1 epoch" : `${grouped(String(epochs))} epochs`,
    note: "without a payout, to earn the network fees back",
  };
}

function smallest({ costs, figures: { vault } }: CostsShown): Stat {
  const label = "Smallest sensible deposit";
  if (costs?.smallest == null) return { label, value: NO_NUMBER, note: "no size pays the network fees" };
  const { assets, usd } = costs.smallest;
  return { label, value: formatCost(usd), note: `${amountText(assets, vault)}: one epoch pays the network fees` };
}

/** What a deposit's network fees are of it, for the warning. */
export function networkShareText({ networkUsd, depositUsd }: EpochCosts): string {
  return formatPercent(networkUsd / depositUsd, 1);
}
