import type { BatesParameters } from "@/lib/pricing/HestonParameters";
import type { MertonParameters } from "@/lib/pricing/jumpParameters";

/** So many scenarios of one coin, a week ahead. */
export type PathWorkload<Parameters> = {
  readonly paths: number;
  /** Of our side; QuantLib's runs fewer, as its time for one path does not depend on their number. */
  readonly peerPaths: number;
  readonly days: number;
  readonly parameters: Parameters;
};

/** Terminal values under Merton's law, of which the tail is asked for. */
export function mertonWorkload(): PathWorkload<MertonParameters> {
  const parameters = { volatility: 0.6, jumpIntensity: 12, meanLogJump: -0.06, jumpDeviation: 0.09 };
  return { paths: 1_000_000, peerPaths: 1_000_000, days: 7, parameters };
}

/** Paths of seven daily steps under Bates's law, as a calibration to crypto options finds it. */
export function batesWorkload(): PathWorkload<BatesParameters> {
  const parameters = {
    initialVariance: 0.36,
    meanReversion: 2.5,
    longRunVariance: 0.3,
    volatilityOfVariance: 1.4,
    correlation: -0.4,
    jumpIntensity: 12,
    meanLogJump: -0.06,
    jumpDeviation: 0.09,
  };
  return { paths: 1_000_000, peerPaths: 200_000, days: 7, parameters };
}
