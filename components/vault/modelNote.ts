import { describeVolatility } from "@/lib/format/describeVolatility";
import { formatVolatility } from "@/lib/format/formatPercent";
import { fitSentence } from "./fitWords";
import { modelName } from "./modelChoice";
import type { Pricing } from "./usePricing";
import type { PricedFigures } from "./VaultFigures";

/** What the shown model rests on, in one or two sentences; what stands in the way of the wanted one comes first. `isLate`: it takes its time. */
export function modelNote(figures: PricedFigures, pricing: Pricing, isLate: boolean): string {
  const { choice, wanted, fit, failure } = pricing;
  const { volatility, basis } = figures;
  if (volatility === null) return "Reading the fills and the option market …";
  if (!volatility.ok) {
    return basis === "none" ? "No options are held, so there is nothing to value." : describeVolatility(volatility);
  }
  if (choice === null) return "";
  if (failure !== undefined) return `${failure} The figures stay those of ${modelName(choice)}.`;
  if (isLate && wanted !== null) {
    return `Fitting ${modelName(wanted)} to the market’s quotes … The figures are still those of ${modelName(choice)}.`;
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
      return (fit?.name === choice && fitSentence(fit)) || `${modelName(choice)}, fitted to the market’s quotes.`;
  }
}
