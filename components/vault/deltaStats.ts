import type { Stat } from "@/components/ui/StatStrip";
import { signedCoins } from "@/lib/format/describeGreeks";
import { fixedText, signOf } from "@/lib/format/numberText";
import { deltaRules, leastVarianceDelta } from "@/lib/risk/deltaRules";
import type { ComparisonRow } from "./comparisonRows";
import type { MarketView } from "./Market";
import type { VaultFigures } from "./VaultFigures";

type DeltaInput = {
  readonly figures: VaultFigures;
  readonly view: MarketView;
  readonly units: number;
  /** The comparison's rows; Heston's has the last rule. */
  readonly rows: readonly ComparisonRow[];
};

/** Delta of so many units by what the smile does when the price moves: two rules of the market's smile, and Heston's hedge. */
export function deltaStats({ figures, view, units, rows }: DeltaInput): readonly Stat[] {
  const { product, market, vault } = figures;
  if (market === null) return [];
  const unit = vault.underlyingSymbol;
  const { stickyStrike, stickyDelta } = deltaRules({ product, units, market }, view.surface);
  const least = leastVariance(rows, { units, spot: market.spot });
  return [
    { label: "Sticky strike", value: signedCoins(stickyStrike), unit, note: "each strike keeps its volatility" },
    { label: "Sticky delta", value: signedCoins(stickyDelta), unit, note: "the smile moves along with the price" },
    { label: "Least variance", value: signedCoins(least.delta), unit, note: least.note },
  ];
}

function leastVariance(
  rows: readonly ComparisonRow[],
  { units, spot }: { readonly units: number; readonly spot: number },
) {
  const heston = rows.find(({ choice }) => choice === "heston");
  const fitted = heston?.fit?.fitted;
  if (fitted?.ok === false || heston?.fit?.failure !== undefined) {
    return { delta: Number.NaN, note: "Heston could not be fitted" };
  }
  if (heston?.failure !== undefined) return { delta: Number.NaN, note: "Heston could not be computed" };
  if (!heston?.figures || fitted?.model.name !== "heston")
    return { delta: Number.NaN, note: "Heston is being fitted …" };
  const { parameters } = fitted.model;
  const { delta, vegaPerPoint } = heston.figures;
  const own = { delta: units * delta, vegaPerPoint: units * vegaPerPoint };
  const size = fixedText(parameters.correlation, 2);
  const correlation = `${signOf(parameters.correlation, size, "level")}${size}`;
  return {
    delta: leastVarianceDelta(own, { spot, heston: parameters }),
    note: `volatility moves with the price as in Heston, ρ ${correlation}`,
  };
}
