import type { Stat } from "@/components/ui/StatStrip";
import { describeGreeks } from "@/lib/format/describeGreeks";
import { describeVolatility } from "@/lib/format/describeVolatility";
import { formatPercent, formatVolatility } from "@/lib/format/formatPercent";
import { NO_NUMBER } from "@/lib/format/numberText";
import { type PositionGreeks, positionGreeks } from "@/lib/risk/positionGreeks";
import { scaledGreeks } from "@/lib/risk/scaledGreeks";
import { daysLeft, NOW, type Scenario, scenarioMarket, shiftedHeadline } from "./Scenario";
import type { ModelChoice, ScenarioValuation } from "./Valuation";
import type { PricedFigures } from "./VaultFigures";

type GreeksInput = {
  readonly figures: PricedFigures;
  readonly units: number;
  /** One unit in the scenario; null without a volatility. */
  readonly valued: ScenarioValuation | null;
};

/** Delta, gamma, vega and theta of so many units, and the volatility behind them, with their sentences. */
export function greeksStats({ figures, units, valued }: GreeksInput): readonly Stat[] {
  const { vault, spot, basis, market } = figures;
  const one = basis === "sold" && valued !== null ? valued.greeks : unvalued(figures);
  const isLastDay = market !== null && daysLeft(scenarioMarket(market, valued?.scenario ?? NOW)) < 1;
  const stats = describeGreeks(scaledGreeks(one, units), { underlying: vault.underlyingSymbol, spot, isLastDay });
  return [
    ...stats.map(({ name, value, unit, sentence }): Stat => ({ label: name, value, unit, note: sentence })),
    volatilityStat(figures, valued),
  ];
}

/** Which delta, gamma and vega a model's are: said once, under the strip. */
export function greeksNote(choice: ModelChoice): string {
  const start = "Delta counts the deposit, the premium and every option.";
  switch (choice) {
    case "fills":
    case "smile":
      return `${start} Sticky strike: each strike keeps its volatility when the price moves. Vega: all volatilities up 1 point.`;
    case "black":
      return `${start} Black: one volatility that stays when the price moves. Vega: it rises by 1 point.`;
    case "heston":
    case "bates":
      return `${start} The smile moves along with the price, today’s variance stays. Vega: today’s volatility √v₀ rises by 1 point.`;
    case "merton":
    case "kou":
      return `${start} The smile moves along with the price. Vega: the volatility between jumps rises by 1 point.`;
  }
}

/** The deposit alone; options that are held and cannot be valued make every figure unknown. */
function unvalued({ product, spot, basis }: PricedFigures): PositionGreeks {
  const held = basis === "sold" ? product : { ...product, legs: [], premium: 0 };
  return positionGreeks({ product: held, units: 1, market: { spot, timeToExpiryYears: 0, volatilities: [] } });
}

function volatilityStat({ volatility, market }: PricedFigures, valued: ScenarioValuation | null): Stat {
  const label = "Implied volatility";
  if (volatility === null) return { label, value: NO_NUMBER, note: "The fills are not read yet." };
  if (!volatility.ok || market === null) {
    return { label, value: NO_NUMBER, note: volatility.ok ? undefined : describeVolatility(volatility) };
  }
  const scenario: Scenario = valued?.scenario ?? NOW;
  const shifted = shiftedHeadline(volatility.headline, scenario);
  const { timeToExpiryYears } = scenarioMarket(market, scenario);
  const move = formatPercent(shifted * Math.sqrt(timeToExpiryYears), 1);
  const source = scenario.shift === 0 ? `${describeVolatility(volatility)}.` : "Shifted by hand.";
  return {
    label,
    value: formatVolatility(shifted),
    note: `${source} Priced for a move within ±${move} by expiry, 2 times in 3.`,
  };
}
