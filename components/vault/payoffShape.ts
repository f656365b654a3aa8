import type { PayoffShape } from "@/components/charts/PayoffShape";
import { formatStrike } from "@/lib/format/formatPrice";
import type { SettlementLaw } from "@/lib/pricing/SettlementLaw";
import { breakevens } from "@/lib/products/breakevens";
import type { Leg } from "@/lib/products/Leg";
import { chartZones } from "./chartZones";
import { outcomePieces } from "./outcomePieces";
import { profitUsdAtExpiry } from "./profitAt";
import { scenarioLabel } from "./Scenario";
import type { ScenarioValuation } from "./Valuation";
import type { PricedFigures } from "./VaultFigures";

/** So many units of a vault, and the law that gives the odds; null without a volatility. */
type FrameInput = {
  readonly figures: PricedFigures;
  readonly units: number;
  readonly law: SettlementLaw | null;
  /** The drawn prices where they are not the figures' own: while a strike is dragged they stay. */
  readonly range?: PriceRange | undefined;
};

/** The drawn prices. */
export type PriceRange = { readonly lo: number; readonly hi: number };

/** What of the payoff chart no slider moves: the result at expiry in dollars, the strikes, the odds. */
export function payoffAtExpiry(input: FrameInput): Omit<PayoffShape, "today" | "todayLabel"> {
  const { figures, units, law, range = payoffRange(figures) } = input;
  const { product, spot, vault } = figures;
  const crossings = breakevens(product, "usd").filter((price) => price > range.lo && price < range.hi);
  return {
    asset: vault.underlyingSymbol,
    spot,
    ...range,
    expiry: (price) => units * profitUsdAtExpiry(figures, price),
    strikes: product.legs.map((leg) => ({
      strike: leg.strike,
      side: leg.side < 0 ? "sold" : "bought",
      label: legLabel(leg),
    })),
    breakevens: crossings,
    odds: law === null ? undefined : { density: law.density, zones: chartZones(outcomePieces(product, law), range) },
  };
}

type TodayInput = {
  readonly figures: PricedFigures;
  readonly units: number;
  /** The product in the scenario; null without a volatility. */
  readonly valued: ScenarioValuation | null;
};

/**
 * The value before expiry by full revaluation. What is not sold yet is worth nothing today; what no volatility explains is
 * drawn as at the expiry, and says so.
 */
export function payoffToday({ figures, units, valued }: TodayInput): Pick<PayoffShape, "today" | "todayLabel"> {
  const { product, market, basis } = figures;
  if (basis !== "sold") {
    const holding = { ...figures, product: { ...product, legs: [], premium: 0 } };
    return { today: (price) => units * profitUsdAtExpiry(holding, price), todayLabel: "Today, nothing sold" };
  }
  if (market === null || valued === null) {
    return { today: (price) => units * profitUsdAtExpiry(figures, price), todayLabel: "Today unknown, at expiry" };
  }
  return {
    today: (price) => units * valued.profit(price),
    todayLabel: scenarioLabel(market, valued.scenario),
  };
}

const REACH = 1.5;
const LEAST_REACH = 0.15;
const STEPS = 40;

/** The drawn prices: the outermost strikes and half as much again, at least ±15 %, in round steps so that a moving spot does not shake it. */
export function payoffRange({ product, spot }: Pick<PricedFigures, "product" | "spot">): PriceRange {
  const middle = product.entrySpot;
  const strikes = product.legs.map(({ strike }) => strike);
  const reach = middle * LEAST_REACH;
  const lo = Math.min(middle - reach, spot - reach / 2, ...strikes.map((strike) => middle + (strike - middle) * REACH));
  const hi = Math.max(middle + reach, spot + reach / 2, ...strikes.map((strike) => middle + (strike - middle) * REACH));
  const step = roundStep((hi - lo) / STEPS);
  return { lo: Math.max(step, Math.floor(lo / step) * step), hi: Math.ceil(hi / step) * step };
}

/** 1, 2 or 5 times a power of ten, at least the size asked for. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= size) ?? 10;
  return factor * power;
}

/** A leg in the chart: `sell $3,150 put`. */
export function legLabel({ side, strike, isPut }: Leg): string {
  return `${side < 0 ? "sell" : "buy"} ${formatStrike(strike)} ${isPut ? "put" : "call"}`;
}
