import type { GpdFit } from "./fitGpdTail";
import { gpdCovariance } from "./gpdLikelihood";
import { gpdExcess, gpdTailRisk } from "./gpdTailRisk";
import type { SampleTailRisk } from "./sampleTailRisk";

/** Below this |y| the slope of (eʸ − 1)/y is taken from its series. Chooses the path. */
const NEAR_EXPONENTIAL = 0.05;
const LAST_POWER = 9;

/**
 * VaR and ES of a fitted tail, with what its parameters and its threshold leave unsure: one standard error each by the delta method, from the
 * large-sample covariance of shape and scale and the threshold's own, β·√((1 − ζ)/k).
 * Domain as {@link gpdTailRisk}; with ξ ≥ 1 ES and its error are ∞.
 */
export function gpdFitRisk(fit: GpdFit, confidence: number): SampleTailRisk {
  const { shape, scale, exceedanceShare, exceedances } = fit;
  const risk = gpdTailRisk(fit, confidence);
  const upper = (1 - confidence) / exceedanceShare;
  const length = -Math.log(upper);
  const excess = gpdExcess(fit, upper);
  const inShape = scale * length * length * expm1RatioSlope(shape * length);
  const inScale = excess / scale;
  const grown = Math.exp(shape * length);
  const covariance = gpdCovariance(fit, exceedances);
  const ofThreshold = (scale * scale * (1 - exceedanceShare)) / exceedances;
  const errorOf = (byShape: number, byScale: number, byThreshold: number) =>
    Math.sqrt(
      byShape * byShape * covariance.shape +
        2 * byShape * byScale * covariance.both +
        byScale * byScale * covariance.scale +
        byThreshold * byThreshold * ofThreshold,
    );
  const rest = 1 - shape;
  return {
    ...risk,
    valueAtRiskError: errorOf(inShape, inScale, grown),
    expectedShortfallError:
      rest > 0
        ? errorOf((inShape + (excess + scale) / rest) / rest, (inScale + 1) / rest, grown / rest)
        : Number.POSITIVE_INFINITY,
  };
}

/** d/dy (eʸ − 1)/y = (eʸ·(y − 1) + 1)/y² = ½ + y/3 + y²/8 + …, the terms yᵏ/(k!·(k + 2)). */
function expm1RatioSlope(y: number): number {
  if (Math.abs(y) > NEAR_EXPONENTIAL) return (Math.exp(y) * (y - 1) + 1) / (y * y);
  let [sum, term] = [0, 1];
  for (let power = 0; power <= LAST_POWER; power += 1) {
    sum += term / (power + 2);
    term *= y / (power + 1);
  }
  return sum;
}
