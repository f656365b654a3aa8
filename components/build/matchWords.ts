import { formatPercent } from "@/lib/format/formatPercent";
import { fixedText } from "@/lib/format/numberText";
import type { Leg } from "@/lib/products/Leg";
import type { MismatchReason } from "@/lib/products/matchProducts";
import type { Vault } from "@/lib/vault/Vault";
import type { BuildFigures } from "./BuildFigures";

/** Why a vault does not stand for a structure, in a few words. */
export function mismatchWords(reason: MismatchReason, vault: Vault, figures: BuildFigures): string {
  switch (reason.kind) {
    case "otherCoin":
      return `Its options are on ${vault.underlyingSymbol}.`;
    case "otherDeposit":
      return `It takes ${vault.asset.symbol}; this is held in ${figures.depositToken.symbol}.`;
    case "notPriced":
      return "The market gives no price for its strikes.";
    case "opposite":
      return "It does the opposite: it earns where this loses.";
    case "tenor":
      return `Its epochs last ${daysText(reason.tenorDays)}.`;
    case "lacks":
      return `It ${verb(reason.leg)} no ${kind(reason.leg)}.`;
    case "adds":
      return `It also ${verb(reason.leg)} a ${kind(reason.leg)}.`;
    case "strike":
      return `Its ${kind(reason.leg)} may lie at ${boundsText(reason.leg.least, reason.leg.most)} of spot; this one does not.`;
    case "distance":
      return `Its payoff differs by ${formatPercent(reason.distance, 0)} over these prices.`;
  }
}

function verb({ side }: Pick<Leg, "side">): string {
  return side < 0 ? "sells" : "buys";
}

function kind({ isPut }: Pick<Leg, "isPut">): string {
  return isPut ? "put" : "call";
}

function boundsText(least: number, most: number): string {
  return least === most ? formatPercent(least, 0) : `${formatPercent(least, 0)} to ${formatPercent(most, 0)}`;
}

function daysText([least, most]: readonly [number, number]): string {
  const decimals = (days: number) => (Number.isInteger(days) ? 0 : 1);
  return least === most
    ? `${fixedText(least, decimals(least))} days`
    : `${fixedText(least, decimals(least))} to ${fixedText(most, decimals(most))} days`;
}
