import type { OptionStrip, StripValues } from "@/lib/pricing/PricingModel";
import { isPutOf, numberOf, yearsOf } from "./row";
import type { Row } from "./Scorer";

/** A row's option as a strip of one, seen from its forward, and what leads back to the spot. */
export type StripOption = {
  readonly strip: OptionStrip;
  readonly spot: number;
  readonly timeToExpiryYears: number;
  /** r − q. */
  readonly drift: number;
};

/** Price and Greeks seen from the spot: per 1.00 of spot, volatility and rate, per year. */
export type SpotValues = Readonly<Record<"price" | "delta" | "gamma" | "vega" | "theta" | "rho", number>>;

/** The row's option; null where it is neither call nor put. */
export function stripOptionOf(row: Row): StripOption | null {
  const isPut = isPutOf(row);
  if (isPut === null) return null;
  const spot = numberOf(row, "S");
  const timeToExpiryYears = yearsOf(row);
  const rate = numberOf(row, "r");
  const drift = rate - numberOf(row, "q");
  return {
    strip: {
      forward: spot * Math.exp(drift * timeToExpiryYears),
      timeToExpiryYears,
      discount: Math.exp(-rate * timeToExpiryYears),
      strikes: [numberOf(row, "K")],
      isPut: [isPut],
    },
    spot,
    timeToExpiryYears,
    drift,
  };
}

/** A strip's derivatives are in the forward with the rate held; these are in the spot. */
export function seenFromSpot({ spot, timeToExpiryYears, drift }: StripOption, values: StripValues): SpotValues {
  const growth = Math.exp(drift * timeToExpiryYears);
  const first = (column: Float64Array) => column[0] ?? Number.NaN;
  const price = first(values.price);
  const delta = first(values.delta) * growth;
  return {
    price,
    delta,
    gamma: first(values.gamma) * growth * growth,
    vega: first(values.vega),
    theta: first(values.theta) - drift * spot * delta,
    rho: timeToExpiryYears * (spot * delta - price),
  };
}
