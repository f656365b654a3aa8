import { fixedText } from "@/lib/format/numberText";
import type { MarketView } from "./Market";
import type { MarketExpiry } from "./marketExpiries";

const FAULTS: Readonly<Record<keyof MarketView["faults"], string>> = {
  stale: "too old",
  early: "from a clock ahead of the chain's",
  crossed: "crossed",
  noPrice: "without a price",
  outlier: "far off the others",
  notImplied: "at a price no volatility gives",
  malformed: "unreadable",
  expired: "expired",
  missing: "without a quote",
  thin: "of expiries with too few strikes",
};

/** How well the fit meets the quotes of an expiry, and which lines of the source were left out. */
export function fitWords({ slice, quotes }: MarketExpiry, view: MarketView): string {
  const { fit } = slice;
  const error = `±${points(fit.rmsVolatility)} pts on average, ${points(fit.worstVolatility)} at worst`;
  const shown =
    quotes.length === 0
      ? "Quotes are on their way."
      : "Ticks: bid and ask. Dots: their middle, of the option that is out of the money.";
  return `${shown} Fitted to ${fit.quotes} strikes, ${error}. ${leftOut(view)}`;
}

/** The lines that were not used, by reason, most first. */
function leftOut({ faults }: MarketView): string {
  const kinds = Object.keys(FAULTS) as (keyof typeof FAULTS)[];
  const found = kinds
    .map((kind) => ({ words: FAULTS[kind], count: faults[kind] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  if (found.length === 0) return "No line of the source was left out.";
  return `Left out over all expiries: ${found.map(({ words, count }) => `${count} ${words}`).join(", ")}.`;
}

function points(volatility: number): string {
  return volatility < 0.0005 ? "less than 0.1" : fixedText(volatility * 100, 1);
}
