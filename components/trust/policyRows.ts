import { formatPercent } from "@/lib/format/formatPercent";
import { formatDuration } from "@/lib/format/formatTimeLeft";
import { formatToken } from "@/lib/format/formatToken";
import { fixedText } from "@/lib/format/numberText";
import { type Bps, bpsToNumber } from "@/lib/units/Bps";
import type { VaultControls } from "@/lib/vault/Controls";
import type { StrategyLeg, Vault, VaultTerms } from "@/lib/vault/Vault";

/** One bound: as it holds now, as it will from the next opening, and what no terms can go beyond. */
export type PolicyRow = {
  readonly name: string;
  readonly now: string;
  /** Null while it stays as it is. */
  readonly next: string | null;
  readonly limit: string;
};

type Facts = { readonly vault: Vault; readonly controls: VaultControls };

/** The bounds within which the curator chooses, and what depositors pay. */
export function policyRows({ vault, controls }: Facts): readonly PolicyRow[] {
  return [...legRows(vault), ...termRows({ vault, controls })];
}

function legRows({ legs }: Vault): readonly PolicyRow[] {
  return legs.map((leg) => ({
    name: `Strike of the ${leg.side < 0 ? "sold" : "bought"} ${leg.isPut ? "put" : "call"}`,
    now: `${moneyness(leg.minMoneyness)} to ${moneyness(leg.maxMoneyness)} of spot`,
    next: null,
    limit: legLimit(leg),
  }));
}

function legLimit({ side, isPut }: StrategyLeg): string {
  return `always a ${side < 0 ? "sold" : "bought"} ${isPut ? "put" : "call"}`;
}

function moneyness(bound: Bps): string {
  return `${fixedText(bpsToNumber(bound) * 100, 0)}%`;
}

type Term = { readonly name: string; readonly text: (terms: VaultTerms) => string; readonly limit: string };

function termRows({ vault, controls }: Facts): readonly PolicyRow[] {
  return terms(vault, controls).map(({ name, text, limit }) => {
    const now = text(vault.terms);
    const next = text(controls.nextTerms);
    return { name, now, next: next === now ? null : next, limit };
  });
}

function terms({ asset }: Vault, controls: VaultControls): readonly Term[] {
  return [
    { name: "Most at risk in one epoch", text: ({ maxLoss }) => `${percent(maxLoss, 1)} of assets`, limit: "100%" },
    {
      name: "Length of an epoch",
      text: ({ minTenorSeconds, maxTenorSeconds }) => `${duration(minTenorSeconds)} to ${duration(maxTenorSeconds)}`,
      limit: duration(controls.longestTenorSeconds),
    },
    { name: "Length of a sale", text: ({ saleSeconds }) => duration(saleSeconds), limit: "shorter than the epoch" },
    {
      name: "Rest after which anybody lets all out",
      text: ({ openWindowSeconds }) => duration(openWindowSeconds),
      limit: duration(controls.longestOpenWindowSeconds),
    },
    {
      name: "Management fee, a year",
      text: ({ managementFee }) => percent(managementFee, 1),
      limit: percent(controls.highestManagementFee, 1),
    },
    {
      name: "Performance fee, of profit above the high-water mark",
      text: ({ performanceFee }) => percent(performanceFee, 0),
      limit: percent(controls.highestPerformanceFee, 0),
    },
    { name: "Cap", text: ({ cap }) => formatToken(cap, asset), limit: "none; closes deposits only" },
    { name: "Least request", text: ({ minRequest }) => formatToken(minRequest, asset), limit: "more than nothing" },
  ];
}

function percent(share: Bps, decimals: number): string {
  return formatPercent(bpsToNumber(share), decimals);
}

function duration(seconds: number): string {
  return formatDuration(BigInt(seconds));
}
