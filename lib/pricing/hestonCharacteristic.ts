import { addJumpExponent, jumpAt } from "./batesJumps";
import type { CharacteristicFunction } from "./CharacteristicFunction";
import type { HestonConstants } from "./hestonConstants";
import { fillNode, node } from "./hestonExponent";
import { hestonLogMoment } from "./hestonMoment";

/** Which derivatives of the exponent come along: none, those for vega and theta (√v₀ and T). */
export type ExponentDerivatives = "none" | "greeks";

/**
 * Heston's or, with jumps, Bates's law at one expiry. Derivatives, when asked for: in √v₀, then in T.
 * Domain: a mean variance above 0.
 */
export function hestonCharacteristic(
  constants: HestonConstants,
  derivatives: ExponentDerivatives,
): CharacteristicFunction {
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
      if (constants.jumpIntensity === 0) return;
      addJumpExponent(constants, u, out);
      if (hasGreeks) addJumpGrowth(constants, u, out);
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

/** The jumps' part of ∂ψ/∂T: λ(J − 1 − s·k̄). */
function addJumpGrowth({ jumpIntensity, meanJump }: HestonConstants, u: number, out: Float64Array): void {
  out[5] = (out[5] as number) + jumpIntensity * (jumpAt.re - 1 - 0.5 * meanJump);
  out[6] = (out[6] as number) + jumpIntensity * (jumpAt.im - u * meanJump);
}
