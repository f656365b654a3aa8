import type { Stat } from "@/components/ui/StatStrip";
import { formatCost } from "@/lib/format/formatCost";
import { formatGwei } from "@/lib/format/formatGwei";
import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { grouped, NO_NUMBER } from "@/lib/format/numberText";
import type { EpochCosts, NetworkCosts } from "@/lib/vault/epochCosts";
import { amountText } from "./amountText";
import type { ExpectedPremium } from "./expectedPremium";
import type { VaultFigures } from "./VaultFigures";

/** The costs of the reader's size, and what a unit of gas costs. */
export type CostsShown = {
  readonly figures: VaultFigures;
  readonly expected: ExpectedPremium | null;
  readonly costs: EpochCosts;
  readonly gas: GasPrice;
};

/** What gas costs, or what is missing to say it. */
export type GasPrice =
  | { readonly ok: true; readonly weiPerGas: bigint; readonly coinUsd: number }
  | { readonly ok: false; readonly reason: "notRead" | "noCoinPrice" };

/** Undefined is not read yet; a coin's price of null is a feed that gives none. */
export function gasPrice(weiPerGas: bigint | undefined, coinUsd: number | null | undefined): GasPrice {
  if (coinUsd === null) return { ok: false, reason: "noCoinPrice" };
  return weiPerGas === undefined || coinUsd === undefined
    ? { ok: false, reason: "notRead" }
    : { ok: true, weiPerGas, coinUsd };
}

const MISSING = {
  notRead: "gas price not read yet",
  noCoinPrice: "the price feed of the coin that gas is paid in gives no price now",
} as const;

/** What one epoch brings and costs at the reader's size, and what it takes to pay the way in and out. */
export function costStats(shown: CostsShown): readonly Stat[] {
  return [premium(shown), fees(shown), network(shown), breakEven(shown), smallest(shown)];
}

function premium({ expected, costs }: CostsShown): Stat {
  const label = "Premium of one epoch";
  if (expected === null) return { label, value: NO_NUMBER, note: "nothing was sold yet" };
  return { label, value: formatSignedUsd(costs.premiumUsd ?? Number.NaN), note: premiumNote(expected) };
}

function premiumNote({ share, source, epochs }: ExpectedPremium): string {
  const text = formatSignedPercent(share);
  if (source === "sold") return `${text}, as sold this epoch`;
  return source === "offered" ? `${text}, the least price on offer` : `${text}, average of ${epochs} epochs`;
}

function fees({ costs }: CostsShown): Stat {
  const label = "Fees of that epoch";
  const { managementUsd, performanceUsd } = costs;
  const performance =
    performanceUsd > 0 ? `performance ${formatUsd(performanceUsd)}` : "no performance fee below the high-water mark";
  return {
    label,
    value: formatSignedUsd(-(managementUsd + performanceUsd)),
    note: `management ${formatUsd(managementUsd)}, ${performance}`,
  };
}

function network({ costs: { network: fees }, gas }: CostsShown): Stat {
  const label = "Network fees, in and out";
  if (fees === null || !gas.ok) return { label, value: NO_NUMBER, note: missing(gas) };
  return {
    label,
    value: formatCost(fees.usd),
    note: `${fees.steps.length} transactions at ${formatGwei(gas.weiPerGas)}`,
  };
}

function breakEven({ costs: { network: fees }, expected, gas }: CostsShown): Stat {
  const label = "Break-even";
  if (fees === null) return { label, value: NO_NUMBER, note: missing(gas) };
  const epochs = fees.breakEvenEpochs;
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

function smallest({ costs: { network: fees }, gas, figures: { vault } }: CostsShown): Stat {
  const label = "Smallest sensible deposit";
  if (fees === null) return { label, value: NO_NUMBER, note: missing(gas) };
  if (fees.smallest === null) return { label, value: NO_NUMBER, note: "no size pays the network fees" };
  const { assets, usd } = fees.smallest;
  return { label, value: formatCost(usd), note: `${amountText(assets, vault)}: one epoch pays the network fees` };
}

function missing(gas: GasPrice): string | undefined {
  return gas.ok ? undefined : MISSING[gas.reason];
}

/** What a deposit's network fees are of it, for the warning. */
export function networkShareText({ usd }: NetworkCosts, { depositUsd }: EpochCosts): string {
  return formatPercent(usd / depositUsd, 1);
}
