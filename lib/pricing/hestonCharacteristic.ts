import type { CharacteristicFunction } from "./CharacteristicFunction";
import type { BatesParameters } from "./HestonParameters";
import { type HestonConstants, hestonConstants } from "./hestonConstants";
import { fillNode, node } from "./hestonExponent";
import { hestonLogMoment } from "./hestonMoment";

/** Which derivatives of the exponent come along: none, those for vega and theta (√v₀ and T). */
export type ExponentDerivatives = "none" | "greeks";

/**
 * Heston's or, with jumps, Bates's law at one expiry. Derivatives, when asked for: in √v₀, then in T.
 * Domain: time > 0, parameters in theirs and a mean variance above 0.
 */
export function hestonCharacteristic(
  parameters: BatesParameters,
  time: number,
  derivatives: ExponentDerivatives,
): CharacteristicFunction {
  const constants = hestonConstants(parameters, time);
  const hasGreeks = derivatives === "greeks";
  return {
    controlVariance: constants.meanVariance,
    logMoment: (power) => hestonLogMoment(constants, power),
    exponentAt: (u, out) => {
      fillNode(constants, u);
      out[0] = node.exponentRe;
      out[1] = node.exponentIm;
      out[2] = node.exponentRe;
      if (hasGreeks) addGreeks(constants, u, out);
      if (constants.jumpIntensity > 0) addJumps(constants, u, { out, hasTime: hasGreeks });
    },
    derivativeCount: hasGreeks ? 2 : 0,
  };
}

/** ∂ψ/∂√v₀ = 2√v₀·B and ∂ψ/∂T = κθ·B + v₀·B′ with Riccati's B′ = −2q·D²·E/N². */
function addGreeks(c: HestonConstants, u: number, out: Float64Array): void {
  const { slopeRe, slopeIm, rootRe, rootIm, sumRe, sumIm } = node;
  const vega = 2 * Math.sqrt(c.initialVariance);
  out[3] = vega * slopeRe;
  out[4] = vega * slopeIm;
  const size = 1 / (sumRe * sumRe + sumIm * sumIm);
  const ratioRe = (rootRe * sumRe + rootIm * sumIm) * size;
  const ratioIm = (rootIm * sumRe - rootRe * sumIm) * size;
  const squareRe = ratioRe * ratioRe - ratioIm * ratioIm;
  const squareIm = 2 * ratioRe * ratioIm;
  const eRe = 1 - node.decayedRe;
  const eIm = -node.decayedIm;
  const scale = -2 * c.initialVariance * (u * u + 0.25);
  const pull = c.meanReversion * c.longRunVariance;
  out[5] = pull * slopeRe + scale * (squareRe * eRe - squareIm * eIm);
  out[6] = pull * slopeIm + scale * (squareRe * eIm + squareIm * eRe);
}

/** Adds λT(J − 1 − s·k̄), J = e^(νs + δ²s²/2), and its derivative in T. */
function addJumps(
  c: HestonConstants,
  u: number,
  { out, hasTime }: { readonly out: Float64Array; readonly hasTime: boolean },
): void {
  const { jumpIntensity, meanLogJump, jumpDeviation, meanJump, time } = c;
  const variance = jumpDeviation * jumpDeviation;
  const size = Math.exp(0.5 * meanLogJump + 0.5 * variance * (0.25 - u * u));
  const angle = u * (meanLogJump + 0.5 * variance);
  const rateRe = jumpIntensity * (size * Math.cos(angle) - 1 - 0.5 * meanJump);
  const rateIm = jumpIntensity * (size * Math.sin(angle) - u * meanJump);
  out[0] = (out[0] as number) + time * rateRe;
  out[1] = (out[1] as number) + time * rateIm;
  out[2] = (out[2] as number) + time * jumpIntensity * (size - 1 - 0.5 * meanJump);
  if (!hasTime) return;
  out[5] = (out[5] as number) + rateRe;
  out[6] = (out[6] as number) + rateIm;
}
