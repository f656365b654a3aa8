import type { Option } from "@/components/ui/Option";
import type { FittedName } from "@/lib/pricing/fitModel";
import type { ModelName } from "@/lib/pricing/PricingModel";
import type { ValuationMarket } from "@/lib/products/value";
import type { ModelChoice } from "./Valuation";
import type { VaultFigures } from "./VaultFigures";

/** The models of the switch, the simplest first. */
export const MODEL_OPTIONS: readonly Option<ModelName>[] = [
  { value: "black", label: "Black" },
  { value: "smile", label: "Smile" },
  { value: "heston", label: "Heston" },
  { value: "merton", label: "Merton" },
  { value: "kou", label: "Kou" },
  { value: "bates", label: "Bates" },
];

/** What a model is called where it stands alone. */
export function modelName(choice: ModelChoice): string {
  return MODEL_OPTIONS.find(({ value }) => value === choice)?.label ?? "This epoch’s fills";
}

/** The name of a choice whose parameters are fitted in the worker; undefined for those that are Black's. */
export function fittedName(choice: ModelChoice | null): FittedName | undefined {
  const isBlack = choice === null || choice === "fills" || choice === "black" || choice === "smile";
  return isBlack ? undefined : choice;
}

type Priced = Pick<VaultFigures, "market" | "volatility" | "entry">;

/** The market's smile while there is one, else what this epoch's fills imply; null without a volatility. */
export function defaultChoice({ market, volatility }: Priced): "smile" | "fills" | null {
  if (market === null || !volatility?.ok) return null;
  return volatility.source === "market" ? "smile" : "fills";
}

/** The volatilities of the choices that are Black's formula leg by leg; null for the other models, and where there is none. */
export function blackMarket({ market, volatility, entry }: Priced, choice: ModelChoice): ValuationMarket | null {
  if (market === null || !volatility?.ok) return null;
  const isByMarket = volatility.source === "market";
  switch (choice) {
    case "smile":
      return isByMarket ? market : null;
    case "fills":
      if (!isByMarket) return market;
      return entry?.ok ? { ...market, volatilities: entry.volatilities } : null;
    case "black":
      return { ...market, volatilities: market.volatilities.map(() => volatility.headline) };
    default:
      return null;
  }
}
