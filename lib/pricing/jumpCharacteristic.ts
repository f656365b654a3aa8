import {
  type Complex,
  complexExp,
  complexInverse,
  complexProduct as product,
  complexScaled as scaled,
  complexSum as sum,
} from "@/lib/math/complex";
import type { CharacteristicFunction } from "./CharacteristicFunction";
import type { KouParameters, MertonParameters } from "./jumpParameters";

/** One jump Y through its transform E[e^(sY)]. */
type Jump = {
  /** E[Y²]. */
  readonly variance: number;
  /** E[e^(aY)], +∞ where it does not exist. */
  readonly moment: (power: number) => number;
  readonly transform: (s: Complex) => Complex;
  /** Bound of the transform's real part on s = ½ + iu that does not rise with u. */
  readonly bound: (u: number) => number;
  /** Derivatives in the jump's own parameters of the transform at s less s times the one at 1. */
  readonly gradient: (s: Complex) => readonly Complex[];
};

/**
 * Merton's law at one expiry, through its transform. Derivatives, when asked for: in σ, λ, ν, δ.
 * ψ(s) = T·(σ²(s² − s)/2 + λ(E[e^(sY)] − 1 − s·κ)), κ = E[e^Y] − 1.
 */
export function mertonCharacteristic(parameters: MertonParameters, years: number, withGradient: boolean) {
  const { meanLogJump, jumpDeviation } = parameters;
  const variance = jumpDeviation * jumpDeviation;
  const moment = (power: number) => Math.exp(power * meanLogJump + 0.5 * variance * power * power);
  const transform = (s: Complex) => complexExp(sum(scaled(s, meanLogJump), scaled(product(s, s), 0.5 * variance)));
  const mean = moment(1);
  const jump: Jump = {
    variance: meanLogJump * meanLogJump + variance,
    moment,
    transform,
    bound: (u) => moment(0.5) * Math.exp(-0.5 * variance * u * u),
    gradient: (s) => {
      const slope = product(s, transform(s));
      const less = scaled(s, -mean);
      return [sum(slope, less), scaled(sum(product(s, slope), less), jumpDeviation)];
    },
  };
  return jumpCharacteristic({ ...parameters, years, jump, withGradient });
}

/** Kou's law likewise. Derivatives, when asked for: in σ, λ, p, η₁, η₂. */
export function kouCharacteristic(parameters: KouParameters, years: number, withGradient: boolean) {
  const { upProbability: p, upRate, downRate } = parameters;
  const q = 1 - p;
  const moment = (power: number) =>
    power < upRate && power > -downRate
      ? (p * upRate) / (upRate - power) + (q * downRate) / (downRate + power)
      : Number.POSITIVE_INFINITY;
  const up = (s: Complex) => complexInverse({ re: upRate - s.re, im: -s.im });
  const down = (s: Complex) => complexInverse({ re: downRate + s.re, im: s.im });
  const transform = (s: Complex) => sum(scaled(up(s), p * upRate), scaled(down(s), q * downRate));
  const jump: Jump = {
    variance: (2 * p) / (upRate * upRate) + (2 * q) / (downRate * downRate),
    moment,
    transform,
    bound: (u) => transform({ re: 0.5, im: u }).re,
    gradient: (s) => {
      const [above, below] = [up(s), down(s)];
      const share = sum(scaled(above, upRate), scaled(below, -downRate));
      const shareAtOne = upRate / (upRate - 1) - downRate / (downRate + 1);
      return [
        sum(share, scaled(s, -shareAtOne)),
        product(s, sum(scaled(product(above, above), -p), { re: p / (upRate - 1) ** 2, im: 0 })),
        product(s, sum(scaled(product(below, below), q), { re: -q / (downRate + 1) ** 2, im: 0 })),
      ];
    },
  };
  return jumpCharacteristic({ ...parameters, years, jump, withGradient });
}

type JumpLaw = {
  readonly volatility: number;
  readonly jumpIntensity: number;
  readonly years: number;
  readonly jump: Jump;
  readonly withGradient: boolean;
};

function jumpCharacteristic({ volatility, jumpIntensity, years, jump, withGradient }: JumpLaw): CharacteristicFunction {
  const variance = volatility * volatility;
  const mean = jump.moment(1) - 1;
  const jumpTime = jumpIntensity * years;
  const jumps = (value: number, power: number) => value - 1 - power * mean;
  return {
    controlVariance: years * (variance + jumpIntensity * jump.variance),
    logMoment: (power) =>
      years * 0.5 * variance * (power * power - power) + jumpTime * jumps(jump.moment(power), power),
    derivativeCount: withGradient ? 2 + jump.gradient({ re: 0.5, im: 0 }).length : 0,
    exponentAt: (u, out) => {
      const s = { re: 0.5, im: u };
      const transform = jump.transform(s);
      const q = u * u + 0.25;
      const diffusion = -0.5 * variance * years * q;
      const [re, im] = [jumps(transform.re, 0.5), transform.im - u * mean];
      out[0] = diffusion + jumpTime * re;
      out[1] = jumpTime * im;
      out[2] = diffusion + jumpTime * jumps(jump.bound(u), 0.5);
      if (!withGradient) return;
      out.set([-volatility * years * q, 0, years * re, years * im], 3);
      jump.gradient(s).forEach((value, index) => {
        out.set([jumpTime * value.re, jumpTime * value.im], 7 + 2 * index);
      });
    },
  };
}
