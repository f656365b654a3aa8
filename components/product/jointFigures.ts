import type { VaultFigures } from "@/components/vault/VaultFigures";
import { lognormalLaw, type SettlementLaw } from "@/lib/pricing/SettlementLaw";
import { combinedProduct } from "@/lib/products/combinedProduct";
import type { LegVolatilities } from "@/lib/vault/legVolatilities";

/** A vault's figures and its share of the deposit, 0 to 1. */
export type WeightedFigures = { readonly figures: VaultFigures; readonly weight: number };

/** Several vaults as one, per unit deposited; null when their epochs do not add up (other expiry, other underlying). */
export function jointFigures(parts: readonly WeightedFigures[]): VaultFigures | null {
  const used = parts.filter(({ weight }) => weight > 0);
  const [first] = used;
  const joint = combinedProduct(used.map(({ figures, weight }) => ({ product: figures.product, units: weight })));
  if (first === undefined || !joint.ok) return null;
  const volatility = jointVolatility(used);
  const market =
    first.figures.market !== null && volatility?.ok
      ? { ...first.figures.market, volatilities: volatility.volatilities }
      : null;
  const withOptions = used.filter(({ figures }) => figures.basis !== "none");
  return {
    ...first.figures,
    product: joint.product,
    basis: withOptions.some(({ figures }) => figures.basis === "offered")
      ? "offered"
      : (withOptions[0]?.figures.basis ?? "none"),
    entry: null,
    volatility,
    market,
    law: jointLaw(first.figures, market, volatility),
    premium: withOptions.length === 0 ? null : joint.product.premium,
    tail: null,
  };
}

/** By the market one law holds for every vault on it; by fills that of the joint volatility. */
function jointLaw(
  { law }: VaultFigures,
  market: VaultFigures["market"],
  volatility: LegVolatilities | null,
): SettlementLaw | null {
  if (market === null || !volatility?.ok) return null;
  return volatility.source === "market"
    ? law
    : lognormalLaw({
        forward: market.spot,
        timeToExpiryYears: market.timeToExpiryYears,
        volatility: volatility.headline,
      });
}

/** Volatilities joined in the order of the legs; the headline is the mean by weight. One unknown makes all of it unknown. */
function jointVolatility(parts: readonly WeightedFigures[]): LegVolatilities | null {
  const withLegs = parts.filter(({ figures }) => figures.product.legs.length > 0);
  const known = withLegs.map(({ figures }) => figures.volatility);
  const missing = known.find((one) => !one?.ok);
  if (missing !== undefined) return missing;
  const all = known.flatMap((one) => (one?.ok ? [one] : []));
  const [oldest] = all.toSorted((a, b) => Number(a.asOf - b.asOf));
  if (oldest === undefined) return null;
  const weights = withLegs.map(({ weight }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const headline = all.reduce((sum, one, index) => sum + one.headline * ((weights[index] ?? 0) / total), 0);
  return { ...oldest, volatilities: all.flatMap(({ volatilities }) => volatilities), headline };
}
