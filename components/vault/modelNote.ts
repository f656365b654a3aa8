import { describeVolatility } from "@/lib/format/describeVolatility";
import { formatVolatility } from "@/lib/format/formatPercent";
import type { Pricing } from "./usePricing";
import type { VaultFigures } from "./VaultFigures";

/** What the shown model rests on, in one or two sentences. */
export function modelNote({ volatility, basis }: VaultFigures, { choice }: Pricing): string {
  if (volatility === null) return "Reading the fills and the option market …";
  if (choice === null || !volatility.ok) {
    return volatility.ok
      ? ""
      : basis === "none"
        ? "No options are held, so there is nothing to model."
        : describeVolatility(volatility);
  }
  const source = describeVolatility(volatility);
  switch (choice) {
    case "fills":
      return `Black, each leg at the volatility of its own sale. ${source}. Smile, Heston, Merton, Kou and Bates need an option market.`;
    case "black":
      return `One volatility for every strike, ${formatVolatility(volatility.headline)}: the market’s at the money. ${source}.`;
    case "smile":
      return `Each option at its own strike’s volatility. ${source}.`;
    default:
      return "";
  }
}
