import type { CharacteristicFunction } from "./CharacteristicFunction";

/** Log-moneyness x = ln(F/K) beyond which an option is worth nothing that counts: calls below −calls, puts above puts. */
export type CharacteristicTails = { readonly calls: number; readonly puts: number };

/** Factors by which the power is moved while that shortens the tail: they choose how near to the best bound we come. */
const FIRST_FACTOR = 1.7;
const LAST_FACTOR = 1.08;
const HALVINGS = 60;

/**
 * Chernoff's bound of both tails: an out-of-the-money option over √(F·K) is at most E[e^(aX)]·e^(−|a − ½|·|x|) for every power a
 * above 1 (calls) or below 0 (puts); the tail ends where the best of these is e^(−digits). The control's tail is counted in.
 */
export function characteristicTails(
  law: Pick<CharacteristicFunction, "controlVariance" | "logMoment">,
  digits: number,
): CharacteristicTails {
  const control = Math.sqrt(Math.max(0, 2 * law.controlVariance * (digits - law.controlVariance / 8)));
  const start = Math.max(Math.sqrt((2 * digits) / law.controlVariance), 1);
  const reach = (direction: number): number =>
    shortest((distance) => (law.logMoment(0.5 + direction * distance) + digits) / distance, { start, digits });
  return { calls: Math.max(control, reach(1)), puts: Math.max(control, reach(-1)) };
}

/** The least value over distances above ½; at ½ itself the moment is 1 for certain. */
function shortest(
  lengthAt: (distance: number) => number,
  { start, digits }: { readonly start: number; readonly digits: number },
): number {
  let distance = start;
  let length = lengthAt(distance);
  for (let halving = 0; halving < HALVINGS && !(length < 2 * digits); halving += 1) {
    distance = 0.5 + 0.5 * (distance - 0.5);
    length = lengthAt(distance);
  }
  if (!(length < 2 * digits)) return 2 * digits;
  let factor = FIRST_FACTOR;
  while (factor > LAST_FACTOR) {
    const outer = 0.5 + (distance - 0.5) * factor;
    const outerLength = lengthAt(outer);
    const inner = 0.5 + (distance - 0.5) / factor;
    const innerLength = outerLength < length ? Number.POSITIVE_INFINITY : lengthAt(inner);
    if (outerLength < length) {
      distance = outer;
      length = outerLength;
    } else if (innerLength < length) {
      distance = inner;
      length = innerLength;
    } else factor = Math.sqrt(factor);
  }
  return length;
}
