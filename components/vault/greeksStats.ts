import type { Stat } from "@/components/ui/StatStrip";
import { describeGreeks } from "@/lib/format/describeGreeks";
import { formatPercent, formatVolatility } from "@/lib/format/formatPercent";
import { formatDuration } from "@/lib/format/formatTimeLeft";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { ValuationMarket } from "@/lib/products/value";
import { positionGreeks } from "@/lib/risk/positionGreeks";
import { type Scenario, scenarioMarket } from "./Scenario";
import type { VaultFigures } from "./VaultFigures";

type GreeksInput = { readonly figures: VaultFigures; readonly units: number; readonly scenario: Scenario };

/** Delta, gamma, vega, theta and the volatility behind them, in the scenario, with their sentences. */
export function greeksStats({ figures, units, scenario }: GreeksInput): readonly Stat[] {
  const { product, vault, spot, basis, market } = figures;
  const held = basis === "sold" ? product : { ...product, legs: [], premium: 0 };
  const moved = market === null ? null : scenarioMarket(market, scenario);
  const greeks = positionGreeks({ product: held, units, market: moved ?? withoutVolatility(spot) });
  const stats = describeGreeks(greeks, { underlying: vault.underlyingSymbol, spot });
  return [
    ...stats.map(({ name, value, unit, sentence }): Stat => ({ label: name, value, unit, note: sentence })),
    volatilityStat(figures, moved, scenario.shift),
  ];
}

/** Legs then have no value; the deposit alone does. */
function withoutVolatility(spot: number): ValuationMarket {
  return { spot, timeToExpiryYears: 0, volatilities: [] };
}

function volatilityStat({ volatility }: VaultFigures, market: ValuationMarket | null, shift: number): Stat {
  const label = "Implied volatility";
  if (volatility === null) return { label, value: NO_NUMBER, note: "The fills are not read yet." };
  if (!volatility.ok || market === null) {
    const note =
      !volatility.ok && volatility.reason === "nothingSold"
        ? "Nothing was sold this epoch, so nothing implies one."
        : "This epoch’s fills imply none.";
    return { label, value: NO_NUMBER, note };
  }
  const shifted = Math.max(0.01, volatility.headline + shift);
  const move = formatPercent(shifted * Math.sqrt(market.timeToExpiryYears), 1);
  const source =
    shift === 0 ? `Implied by this epoch’s fills, ${formatDuration(volatility.ageSeconds)} old.` : "Shifted by hand.";
  return {
    label,
    value: formatVolatility(shifted),
    note: `${source} Priced for a move within ±${move} by expiry, 2 times in 3.`,
  };
}
