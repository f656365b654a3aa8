import type { Curve } from "@/components/charts/curves";
import type { SmileLabels, SmileLeg, SmileShape } from "@/components/charts/SmileShape";
import { formatPercent, formatVolatility } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import { formatUtcDay } from "@/lib/format/formatUtcDate";
import { sviTotalVariance } from "@/lib/pricing/svi";
import { isSameExpiry, type MarketExpiry } from "./marketExpiries";
import { legLabel } from "./payoffShape";
import type { PricedFigures } from "./VaultFigures";

/** Deviations of the settlement price to either side that are drawn at least; wings beyond are all quote and no trade. */
const REACH_DEVIATIONS = 2.2;
const LEAST_REACH = 0.06;
/** Around the outermost option of the vault, as a share of the forward. */
const LEG_ROOM = 0.02;

export const SMILE_LABELS: SmileLabels = {
  price: formatStrike,
  volatility: formatVolatility,
  axis: (volatility) => formatPercent(volatility, 0),
};

export type SmileShapeInput = {
  readonly figures: PricedFigures;
  readonly of: MarketExpiry;
  /** The chosen model's own smile of this expiry; null for the market's, and while it is fitted. */
  readonly model: SmileShape["model"];
};

/** What the smile of one expiry draws; the vault's options are on it when they end with it. */
export function smileShape({ figures, of, model }: SmileShapeInput): SmileShape {
  const { slice, quotes, expiry } = of;
  const { forward } = slice;
  const legs = isSameExpiry(Number(expiry), Number(figures.vault.epoch.expiry)) ? legsOf(figures) : [];
  const fitted = fittedCurve(of);
  const deviation = fitted(forward) * Math.sqrt(slice.timeToExpiryYears);
  const reach = Math.max(LEAST_REACH, REACH_DEVIATIONS * deviation);
  const strikes = legs.map(({ strike }) => strike);
  return {
    asset: figures.vault.underlyingSymbol,
    forward,
    lo: Math.min(forward * Math.exp(-reach), ...strikes.map((strike) => strike - LEG_ROOM * forward)),
    hi: Math.max(forward * Math.exp(reach), ...strikes.map((strike) => strike + LEG_ROOM * forward)),
    quotes,
    fitted,
    model,
    legs,
  };
}

/** The smile in one sentence: three places of the fit, what it rests on, how well it meets it. */
export function smileSummary(
  shape: SmileShape,
  { slice, quotes, expiry }: MarketExpiry,
  now: PricedFigures["now"],
): string {
  const fitted = shape.fitted ?? fittedCurve({ slice });
  const say = (strike: number) => `${formatVolatility(fitted(strike))} at ${formatStrike(strike)}`;
  const places = [shape.lo, shape.forward, shape.hi].map(say).join(", ");
  const rest = quotes.length === 0 ? "" : ` ${quotes.length} strikes quoted,`;
  const error = `fitted to within ${formatPercent(slice.fit.rmsVolatility, 1).replace("%", "")} points`;
  return `Volatility by strike for ${formatUtcDay(expiry, now)}: ${places};${rest} ${error}.`;
}

function fittedCurve({ slice }: Pick<MarketExpiry, "slice">): Curve {
  const { svi, forward, timeToExpiryYears } = slice;
  return (strike) => Math.sqrt(sviTotalVariance(svi, Math.log(strike / forward)) / timeToExpiryYears);
}

function legsOf({ product, entry, basis }: PricedFigures): readonly SmileLeg[] {
  if (basis === "none") return [];
  return product.legs.map((leg, index) => ({
    strike: leg.strike,
    side: leg.side < 0 ? "sold" : "bought",
    label: legLabel(leg),
    atSale: entry?.ok ? (entry.volatilities[index] ?? null) : null,
  }));
}
