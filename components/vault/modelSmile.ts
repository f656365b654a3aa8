import type { Curve } from "@/components/charts/curves";
import { impliedVolatility } from "@/lib/pricing/impliedVolatility";
import type { PricingModel } from "@/lib/pricing/PricingModel";
import type { Product } from "@/lib/products/Product";
import type { MarketExpiry } from "./marketExpiries";

const STEPS = 48;
/** Drawn deviations to either side, with room for a strike that lies further out. */
const DEVIATIONS = 4;

/** What the worker is asked for a model's smile at an expiry: its prices of options out of the money, even in logarithms. */
export function smileRequest({ slice, expiry }: MarketExpiry, model: PricingModel) {
  const { forward, timeToExpiryYears, svi } = slice;
  const deviation = Math.sqrt(Math.max(svi.a + svi.b * svi.sigma, 1e-6));
  const reach = Math.max(0.25, DEVIATIONS * deviation);
  const strikes = Array.from(
    { length: STEPS + 1 },
    (_, index) => forward * Math.exp(reach * ((2 * index) / STEPS - 1)),
  );
  const product: Product = {
    underlying: "",
    deposit: "quote",
    expiry,
    legs: strikes.map((strike) => ({ isPut: strike < forward, side: 1, strike, quantity: 1 })),
    cash: 0,
    premium: 0,
    entrySpot: forward,
  };
  return {
    kind: "law",
    input: { product, market: { model, spot: forward, timeToExpiryYears }, levels: [forward] },
  } as const;
}

type SmileRequest = ReturnType<typeof smileRequest>;

/** Black's volatility of the model's prices, straight between the strikes that were asked; NaN where a price implies none. */
export function modelSmile({ input }: SmileRequest, prices: Float64Array): Curve {
  const { product, market } = input;
  const volatilities = product.legs.map(({ strike, isPut }, index) => {
    const { spot: forward, timeToExpiryYears } = market;
    const price = prices[index] ?? Number.NaN;
    const implied = impliedVolatility({ price, forward, strike, timeToExpiryYears, isPut });
    return implied.ok && implied.volatility > 0 ? implied.volatility : Number.NaN;
  });
  const first = Math.log(product.legs[0]?.strike ?? Number.NaN);
  const last = Math.log(product.legs.at(-1)?.strike ?? Number.NaN);
  return (strike) => {
    const place = ((Math.log(strike) - first) / (last - first)) * STEPS;
    const before = Math.min(STEPS - 1, Math.floor(place));
    const from = volatilities[before] ?? Number.NaN;
    return from + (place - before) * ((volatilities[before + 1] ?? Number.NaN) - from);
  };
}
