import { polynomialOnCircle } from "@/lib/math/complexPolynomial";
import { normalCdf, normalDensity } from "@/lib/math/normal";
import type { CharacteristicFunction } from "./CharacteristicFunction";
import { emptyLine, fillLine } from "./characteristicLine";
import { characteristicTails } from "./characteristicTails";
import { logRatio, normalisedBlack } from "./normalisedBlack";

/** Undiscounted options of one expiry, each on the side that is out of the money (a call where strike ≥ forward). */
export type StripRows = {
  readonly forward: number;
  readonly strikes: ArrayLike<number>;
  /** Values of one strike after the other: price, with `hasForward` its two derivatives in the forward, then the law's own derivatives. */
  readonly rows: Float64Array;
  readonly hasForward: boolean;
  /** Error of a price over the forward: e^(−digits). */
  readonly digits: number;
  readonly nodeLimit: number;
};

const line = emptyLine();

/**
 * Prices a strip from one pass of its law's transform: trapezoidal rule on the line s = ½ + iu, whose error falls exponentially.
 *
 * C = C_B − √(F·K)/π · ∫₀^∞ Re[e^(iux)(e^ψ(½+iu) − e^(−wq/2))]/q du, x = ln(F/K), q = u² + ¼, with Black's price C_B at the control's
 * variance w. By Poisson's formula a rule of step h adds the integral's values at x ± 2π/h, x ± 4π/h, …: Chernoff's bound of the
 * tails says which h keeps them below the tolerance, so neither step nor end of the rule is fixed in advance.
 * False when the limit of nodes does not suffice; the rows are then undefined.
 * Domain: forward and strikes above 0 and finite.   Source: A. Lewis (2001) for the line.
 */
export function characteristicStrip(law: CharacteristicFunction, strip: StripRows): boolean {
  const { forward, strikes, hasForward } = strip;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < strikes.length; index += 1) {
    const x = logRatio(forward, strikes[index] as number);
    lowest = Math.min(lowest, x);
    highest = Math.max(highest, x);
  }
  const digits = strip.digits + 0.5 * Math.max(0, -lowest);
  const tails = characteristicTails(law, digits);
  const left = Math.max(lowest, -tails.calls);
  const right = Math.min(highest, tails.puts);
  const period = Math.max(tails.calls + right, tails.puts - left);
  if (!fillLine(line, law, { step: (2 * Math.PI) / period, digits, hasForward, nodeLimit: strip.nodeLimit }))
    return false;
  const width = (hasForward ? 3 : 1) + law.derivativeCount;
  for (let index = 0; index < strikes.length; index += 1) {
    const strike = strikes[index] as number;
    const x = logRatio(forward, strike);
    writeControl(strip, { index, strike, x, width, deviation: Math.sqrt(law.controlVariance) });
    if (x >= -tails.calls && x <= tails.puts) addIntegrals(strip, { index, strike, x, width });
  }
  return true;
}

type Row = { readonly index: number; readonly strike: number; readonly x: number; readonly width: number };

function writeControl({ rows, forward, hasForward }: StripRows, row: Row & { readonly deviation: number }): void {
  const { x, strike, width, deviation } = row;
  const at = row.index * width;
  rows.fill(0, at, at + width);
  rows[at] = Math.sqrt(forward) * Math.sqrt(strike) * normalisedBlack(-Math.abs(x), deviation);
  if (!hasForward) return;
  const d1 = x / deviation + 0.5 * deviation;
  rows[at + 1] = x > 0 ? -normalCdf(-d1) : normalCdf(d1);
  rows[at + 2] = normalDensity(d1) / (forward * deviation);
}

function addIntegrals({ rows, forward, hasForward }: StripRows, { index, strike, x, width }: Row): void {
  const at = index * width;
  const size = Math.sqrt(forward) * Math.sqrt(strike);
  for (let column = 0; column < width; column += 1) {
    const integral = polynomialOnCircle(line.columns[column] as Float64Array, line.count, line.step * x);
    let scale = -size;
    if (hasForward && column === 1) scale = -size / forward;
    if (hasForward && column === 2) scale = size / (forward * forward);
    rows[at + column] = (rows[at + column] as number) + scale * integral;
  }
  rows[at] = Math.max(rows[at] as number, 0);
}
