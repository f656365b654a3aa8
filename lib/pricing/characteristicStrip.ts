import { polynomialOnCircle } from "@/lib/math/complexPolynomial";
import { blackTerm, fillBlackTerm } from "./blackTerm";
import type { CharacteristicFunction } from "./CharacteristicFunction";
import { emptyLine, fillLine } from "./characteristicLine";
import { characteristicTails } from "./characteristicTails";
import { logRatio } from "./normalisedBlack";

/** Undiscounted options of one expiry, each on the side that is out of the money: a call where strike ≥ forward. */
export type StripRows = {
  readonly forward: number;
  /** Above 0 and finite. */
  readonly strikes: ArrayLike<number>;
  /** Filled, one strike after the other: price, with `hasForward` its two derivatives in the forward, then the law's own derivatives. */
  readonly rows: Float64Array;
  readonly hasForward: boolean;
  /** Error of a price over the forward: e^(−digits). */
  readonly digits: number;
  /** A law that needs more nodes is given up. */
  readonly nodeLimit: number;
};

const line = emptyLine();
const control = blackTerm();
/** ln(F/K) of the strip at hand. */
let moneyness = new Float64Array(0);

/**
 * Prices a strip from one pass of its law's transform: trapezoidal rule on the line s = ½ + iu, whose error falls exponentially.
 *
 * C = C_B − √(F·K)/π · ∫₀^∞ Re[e^(iux)(e^ψ(½+iu) − e^(−wq/2))]/q du, x = ln(F/K), q = u² + ¼, with Black's price C_B at the control's
 * variance w. By Poisson's formula a rule of step h adds the integral's values at x ± 2π/h, x ± 4π/h, …: Chernoff's bound of the
 * tails says which h keeps them below the tolerance, so neither step nor end of the rule is fixed in advance.
 * False when the limit of nodes does not suffice; the rows are then undefined.
 * Domain: forward above 0.   Source: A. Lewis (2001) for the line.
 */
export function characteristicStrip(law: CharacteristicFunction, strip: StripRows): boolean {
  const { forward, strikes, hasForward, nodeLimit } = strip;
  if (strikes.length === 0) return true;
  if (moneyness.length < strikes.length) moneyness = new Float64Array(2 * strikes.length);
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < strikes.length; index += 1) {
    const x = logRatio(forward, strikes[index] as number);
    moneyness[index] = x;
    lowest = Math.min(lowest, x);
    highest = Math.max(highest, x);
  }
  const digits = strip.digits + 0.5 * Math.max(0, -lowest);
  const tails = characteristicTails(law, digits);
  const period = Math.max(tails.calls + Math.min(highest, tails.puts), tails.puts - Math.max(lowest, -tails.calls));
  if (!fillLine(line, law, { step: (2 * Math.PI) / period, digits, hasForward, nodeLimit })) return false;
  const width = (hasForward ? 3 : 1) + law.derivativeCount;
  const deviation = Math.sqrt(law.controlVariance);
  for (let index = 0; index < strikes.length; index += 1) {
    const x = moneyness[index] as number;
    writeControl(strip, index, { width, deviation });
    if (x >= -tails.calls && x <= tails.puts) addIntegrals(strip, index, width);
  }
  return true;
}

function writeControl(
  { rows, forward, strikes, hasForward }: StripRows,
  index: number,
  { width, deviation }: { readonly width: number; readonly deviation: number },
): void {
  const at = index * width;
  const x = moneyness[index] as number;
  control.isPut = x > 0;
  fillBlackTerm(control, x, deviation);
  rows[at] = control.price * (control.isPut ? (strikes[index] as number) : forward);
  for (let column = 1; column < width; column += 1) rows[at + column] = 0;
  if (!hasForward) return;
  rows[at + 1] = control.isPut ? control.above - 1 : control.above;
  rows[at + 2] = control.density / (forward * deviation);
}

function addIntegrals({ rows, forward, strikes, hasForward }: StripRows, index: number, width: number): void {
  const at = index * width;
  const angle = line.step * (moneyness[index] as number);
  const size = Math.sqrt(forward) * Math.sqrt(strikes[index] as number);
  for (let column = 0; column < width; column += 1) {
    let scale = -size;
    if (hasForward && column === 1) scale = -size / forward;
    if (hasForward && column === 2) scale = size / (forward * forward);
    const integral = polynomialOnCircle(line.columns[column] as Float64Array, line.count, angle);
    rows[at + column] = (rows[at + column] as number) + scale * integral;
  }
  rows[at] = Math.max(rows[at] as number, 0);
}
