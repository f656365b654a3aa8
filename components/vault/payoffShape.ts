import type { PayoffShape } from "@/components/charts/PayoffShape";
import { fixedText } from "@/lib/format/numberText";
import { breakevens } from "@/lib/products/breakevens";
import type { Leg } from "@/lib/products/Leg";
import { profitBeforeExpiry } from "@/lib/products/value";
import { chartZones } from "./chartZones";
import { impliedLaw } from "./impliedLaw";
import { outcomePieces } from "./outcomePieces";
import { profitUsdAtExpiry } from "./profitAt";
import { type Scenario, scenarioLabel, scenarioMarket } from "./Scenario";
import type { VaultFigures } from "./VaultFigures";

type ShapeInput = { readonly figures: VaultFigures; readonly units: number; readonly scenario: Scenario };

/** What the payoff chart draws: results in dollars for so many units, from the opening of the epoch. */
export function payoffShape({ figures, units, scenario }: ShapeInput): PayoffShape {
  const { product, spot, vault } = figures;
  const range = priceRange(figures);
  const crossings = breakevens(product, "usd").filter((price) => price > range.lo && price < range.hi);
  const law = impliedLaw(figures);
  return {
    asset: vault.underlyingSymbol,
    spot,
    ...range,
    expiry: (price) => units * profitUsdAtExpiry(figures, price),
    ...todayCurve({ figures, units, scenario }),
    strikes: product.legs.map((leg) => ({
      strike: leg.strike,
      side: leg.side < 0 ? "sold" : "bought",
      label: legLabel(leg),
    })),
    breakevens: crossings,
    odds: law === null ? undefined : { density: law.density, zones: chartZones(outcomePieces(product, law), range) },
  };
}

/**
 * The value today by full revaluation, each leg at its own volatility. What is not sold yet is worth nothing today; what
 * no volatility explains is drawn as at the expiry, and says so.
 */
function todayCurve({ figures, units, scenario }: ShapeInput): Pick<PayoffShape, "today" | "todayLabel"> {
  const { product, market, basis } = figures;
  if (basis !== "sold") {
    const holding = { ...figures, product: { ...product, legs: [], premium: 0 } };
    return { today: (price) => units * profitUsdAtExpiry(holding, price), todayLabel: "Today, nothing sold" };
  }
  if (market === null) {
    return { today: (price) => units * profitUsdAtExpiry(figures, price), todayLabel: "Today unknown, at expiry" };
  }
  const moved = scenarioMarket(market, scenario);
  return {
    today: (price) => units * profitBeforeExpiry(product, { ...moved, spot: price }, "usd"),
    todayLabel: scenarioLabel(market, scenario),
  };
}

/** The outermost strikes and half as much again, at least ±15 %, in round steps so that a moving spot does not shake it. */
const REACH = 1.5;
const LEAST_REACH = 0.15;
const STEPS = 40;

function priceRange({ product, spot }: VaultFigures): { readonly lo: number; readonly hi: number } {
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

function legLabel({ side, strike, isPut }: Leg): string {
  return `${side < 0 ? "sell" : "buy"} ${fixedText(strike, 0)} ${isPut ? "put" : "call"}`;
}
