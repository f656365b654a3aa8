import { addJumpExponent, jumpAt } from "./batesJumps";
import type { CharacteristicFunction } from "./CharacteristicFunction";
import type { HestonConstants } from "./hestonConstants";
import { fillNode, node } from "./hestonExponent";
import { hestonLogMoment } from "./hestonMoment";

/** What the exponent's derivatives are made of: T·∂ψ/∂β along D(β), and ∂ψ/∂D. */
const chain = { betaRe: 0, betaIm: 0, rootRe: 0, rootIm: 0 };

/**
 * Heston's or Bates's law with the exponent's derivatives in v₀, κ, θ, σ, ρ and, when `hasJumps`, λ, ν, δ: for calibration.
 * Domain: σ and a mean variance above 0.
 */
export function hestonGradientLaw(constants: HestonConstants, hasJumps: boolean): CharacteristicFunction {
  return {
    controlVariance: constants.meanVariance,
    logMoment: (power) => hestonLogMoment(constants, power),
    exponentAt: (u, out) => {
      fillNode(constants, u);
      out[0] = node.exponentRe;
      out[1] = node.exponentIm;
      out[2] = node.exponentRe;
      fillChain(constants, u);
      writeGradient(constants, u, out);
      if (!hasJumps) return;
      addJumpExponent(constants, u, out);
      writeJumpGradient(constants, u, out);
    },
    derivativeCount: hasJumps ? 8 : 5,
  };
}

/**
 * With n = ∂N/∂D = 1 + E − T(D − β)E: ∂B/∂β = B²/q, ∂B/∂D = −(B·n + qTE)/N, and of A·σ²/κθ: T + 2B/q and −T − 2n/N + 2/D;
 * along β, D moves by β/D.
 */
function fillChain(c: HestonConstants, u: number): void {
  const { time, squared, initialVariance } = c;
  const { slopeRe, slopeIm, sumRe, sumIm, rootRe, rootIm, excessRe, excessIm, betaIm } = node;
  const q = u * u + 0.25;
  const pull = (c.meanReversion * c.longRunVariance) / squared;
  const eRe = 1 - node.decayedRe;
  const eIm = -node.decayedIm;
  const nRe = 1 + eRe - time * squared * (excessRe * eRe - excessIm * eIm);
  const nIm = eIm - time * squared * (excessRe * eIm + excessIm * eRe);
  const sumSize = 1 / (sumRe * sumRe + sumIm * sumIm);
  const topRe = slopeRe * nRe - slopeIm * nIm + q * time * eRe;
  const topIm = slopeRe * nIm + slopeIm * nRe + q * time * eIm;
  const slopeRootRe = -(topRe * sumRe + topIm * sumIm) * sumSize;
  const slopeRootIm = -(topIm * sumRe - topRe * sumIm) * sumSize;
  const rootSize = 1 / (rootRe * rootRe + rootIm * rootIm);
  const levelRootRe = -time - 2 * (nRe * sumRe + nIm * sumIm) * sumSize + 2 * rootRe * rootSize;
  const levelRootIm = -2 * (nIm * sumRe - nRe * sumIm) * sumSize - 2 * rootIm * rootSize;
  chain.rootRe = pull * levelRootRe + initialVariance * slopeRootRe;
  chain.rootIm = pull * levelRootIm + initialVariance * slopeRootIm;
  const alongRe = (c.drift * rootRe + betaIm * rootIm) * rootSize;
  const alongIm = (betaIm * rootRe - c.drift * rootIm) * rootSize;
  const squareRe = (slopeRe * slopeRe - slopeIm * slopeIm) / q;
  const squareIm = (2 * slopeRe * slopeIm) / q;
  chain.betaRe = pull * (time + (2 * slopeRe) / q) + initialVariance * squareRe;
  chain.betaIm = (2 * pull * slopeIm) / q + initialVariance * squareIm;
  chain.betaRe += chain.rootRe * alongRe - chain.rootIm * alongIm;
  chain.betaIm += chain.rootRe * alongIm + chain.rootIm * alongRe;
}

/** ∂β/∂κ = 1, ∂β/∂ρ = −σs, ∂β/∂σ = −ρs, and D has σ²q of its own: ∂D/∂σ = σq/D. */
function writeGradient(c: HestonConstants, u: number, out: Float64Array): void {
  const { meanReversion, longRunVariance, volatilityOfVariance: sigma, correlation } = c;
  const { levelRe, levelIm, rootRe, rootIm } = node;
  const { betaRe, betaIm } = chain;
  const shiftedRe = 0.5 * betaRe - u * betaIm;
  const shiftedIm = 0.5 * betaIm + u * betaRe;
  const scale = (sigma * (u * u + 0.25)) / (rootRe * rootRe + rootIm * rootIm);
  const ownRe = scale * (chain.rootRe * rootRe + chain.rootIm * rootIm);
  const ownIm = scale * (chain.rootIm * rootRe - chain.rootRe * rootIm);
  const share = (-2 * longRunVariance) / sigma;
  out[3] = node.slopeRe;
  out[4] = node.slopeIm;
  out[5] = (longRunVariance / meanReversion) * levelRe + betaRe;
  out[6] = (longRunVariance / meanReversion) * levelIm + betaIm;
  out[7] = levelRe;
  out[8] = levelIm;
  out[9] = share * levelRe - correlation * shiftedRe + ownRe;
  out[10] = share * levelIm - correlation * shiftedIm + ownIm;
  out[11] = -sigma * shiftedRe;
  out[12] = -sigma * shiftedIm;
}

/** Of λT(J − 1 − s·k̄): T(J − 1 − s·k̄), λT·s(J − J(1)) and λTδ·s(sJ − J(1)), J(1) = 1 + k̄. */
function writeJumpGradient(c: HestonConstants, u: number, out: Float64Array): void {
  const { time, jumpIntensity, jumpDeviation, meanJump } = c;
  const { re, im } = jumpAt;
  out[13] = time * (re - 1 - 0.5 * meanJump);
  out[14] = time * (im - u * meanJump);
  const mean = jumpIntensity * time;
  const lessRe = re - 1 - meanJump;
  out[15] = mean * (0.5 * lessRe - u * im);
  out[16] = mean * (0.5 * im + u * lessRe);
  const nextRe = 0.5 * re - u * im - 1 - meanJump;
  const nextIm = 0.5 * im + u * re;
  out[17] = mean * jumpDeviation * (0.5 * nextRe - u * nextIm);
  out[18] = mean * jumpDeviation * (0.5 * nextIm + u * nextRe);
}
