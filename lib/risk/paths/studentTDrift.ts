import { expOfSum } from "@/lib/math/expOfSum";
import { portableExpm1, portableLog } from "@/lib/math/portableFunctions";

/**
 * The shock of a logarithmic return is cut here: a fall to a twentieth and a rise to twentyfold. Without a cut Student's t has no mean price;
 * with it the mean rests on what happens, not on what is beyond any sample.
 */
export const SHOCK_CUT = 3;

/** Steps of the trapezoidal rule to one deviation of the density, and a weight that no longer counts. */
const STEPS = 128;
const NEGLIGIBLE = 1e-18;

/**
 * −ln E[e^min(max(dT, −cut), cut)] for T of Student's t with ν degrees of freedom, scaled to variance 1: what makes 1 of the mean price.
 * With T√(ν/(ν − 2)) = √ν·sinh y the density is cosh(y)^(−ν), whose trapezoidal sum is exact to a rounding but for the bend at the cut:
 * error below 1e-6 times the probability of a cut.
 * Domain: ν > 2, d ≥ 0.
 */
export function studentTDrift(degreesOfFreedom: number, deviation: number): number {
  const unit = deviation * Math.sqrt(degreesOfFreedom - 2);
  const step = 1 / (STEPS * Math.sqrt(degreesOfFreedom));
  let mass = 0.5;
  let excess = 0;
  let weight = 1;
  for (let place = 1; weight > NEGLIGIBLE; place += 1) {
    const y = place * step;
    weight = expOfSum(-degreesOfFreedom * portableLog(1 + 2 * squaredSine(0.5 * y)), 0);
    mass += weight;
    // e^x and e^(−x) together, less their 2: small shocks lose no digits.
    excess += 2 * weight * squaredSine(0.5 * Math.min(unit * hyperbolicSine(y), SHOCK_CUT));
  }
  return -portableLog(1 + excess / mass);
}

function squaredSine(y: number): number {
  const sine = hyperbolicSine(y);
  return sine * sine;
}

function hyperbolicSine(y: number): number {
  const excess = portableExpm1(y);
  return 0.5 * (excess + excess / (1 + excess));
}
