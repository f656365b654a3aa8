const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;
/** Bits kept behind the point of a quotient of large integers. */
const BITS = 1400;

/**
 * actual − truth for a truth written in decimals, exact but for the last rounding. A truth of twenty digits would lose its last ones as a double,
 * and with them a quarter of what an implied volatility is allowed. NaN where either is no finite number.
 */
export function exactDifference(actual: number, truth: string): number {
  const match = DECIMAL.exec(truth.trim());
  if (!match || !Number.isFinite(actual)) return Number.NaN;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`);
  const places = fraction.length - Number(exponent);
  if (Math.abs(places) > 2000) return Number.NaN;
  const [numerator, denominator] =
    places >= 0 ? [digits, 10n ** BigInt(places)] : [digits * 10n ** BigInt(-places), 1n];
  const { integer, power } = parts(actual);
  const scaled = integer * denominator * 2n ** BigInt(BITS + power) - numerator * 2n ** BigInt(BITS);
  return quotient(scaled, denominator);
}

/** A double as integer · 2^power, power ≥ −1074. */
function parts(value: number): { readonly integer: bigint; readonly power: number } {
  let power = 0;
  let rest = value;
  while (!Number.isInteger(rest)) {
    rest *= 2;
    power -= 1;
  }
  return { integer: BigInt(rest), power };
}

/** (numerator / denominator) · 2^−BITS. */
function quotient(numerator: bigint, denominator: bigint): number {
  const whole = numerator / denominator;
  const size = (whole < 0n ? -whole : whole).toString(2).length;
  const shift = Math.max(0, size - 64);
  const power = shift - BITS;
  const half = Math.trunc(power / 2);
  // In two factors, because one power may be beyond a double where the product is not.
  return Number(whole >> BigInt(shift)) * 2 ** half * 2 ** (power - half);
}
