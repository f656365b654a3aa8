import { formatRiskUsd } from "@/lib/format/formatUsd";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import type { LawName, PortfolioLaw } from "@/lib/risk/loss/portfolioLaw";
import { unixSeconds } from "@/lib/units/UnixSeconds";

/** The laws in the order in which they are offered. */
export const LAW_OPTIONS: readonly { readonly value: LawName; readonly label: string }[] = [
  { value: "bates", label: "Bates" },
  { value: "studentT", label: "Student t" },
  { value: "filteredHistory", label: "Past days" },
];

/** What the law is, in a sentence. */
export function lawSentence(name: LawName, days: number): string {
  switch (name) {
    case "bates":
      return "Bates: jumps, and a volatility that moves and rises when prices fall, as the option market implies today.";
    case "studentT":
      return "Student t with 4 degrees of freedom at the implied volatility, which rises when prices fall as the option market implies.";
    case "filteredHistory":
      return `The last ${days} days, each drawn with all coins together and scaled to today's volatility.`;
  }
}

/** How coins move together; nothing to say of one alone. */
export function correlationWords(law: PortfolioLaw, coins: readonly string[]): string {
  if (!law.ok || coins.length < 2) return "";
  if (law.isCorrelationAssumed) return "Coins are taken to move as one: too few days are known.";
  const [first, second] = coins;
  const value = law.correlation[0]?.[1] ?? Number.NaN;
  return `${first} and ${second} correlated ${value.toFixed(2)}, as in the past days.`;
}

/** Why there is no distribution, and what to do. */
export function lawFault(reason: Extract<PortfolioLaw, { ok: false }>["reason"]): string {
  switch (reason) {
    case "notFitted":
      return "Bates needs an option market, and none answers now. Choose another law.";
    case "noVolatility":
      return "No volatility is known: neither a market nor this epoch's fills give one. Choose the past days.";
    case "shortHistory":
      return "The price feeds tell too few days yet. Choose another law.";
  }
}

/** A loss as a result: −$6,711. */
export function lossText(loss: number): string {
  return formatRiskUsd(-loss);
}

/** "Fri 4 Dec, 08:00 UTC" of chain time in seconds. */
export function momentText(seconds: number, now: bigint): string {
  return formatUtcDate(unixSeconds(BigInt(Math.floor(seconds))), unixSeconds(now));
}
