/** Direction of a rounding: `"down"` is towards −∞, `"up"` towards +∞ (floor and ceiling, for either sign). */
export type Rounding = "down" | "up";

/**
 * a / b as an integer, rounded as written, for either sign of both.
 * b = 0 is the caller's mistake and throws the engine's own RangeError.
 */
export function divRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  if (remainder === 0n) return quotient;
  const isNegative = remainder < 0n !== denominator < 0n;
  if (rounding === "down") return isNegative ? quotient - 1n : quotient;
  return isNegative ? quotient : quotient + 1n;
}

/** One multiplication and one division with a single rounding, at full precision between the two. */
export type MulDiv = { readonly a: bigint; readonly b: bigint; readonly denominator: bigint };

/** a · b / denominator, rounded once, as written. */
export function mulDiv({ a, b, denominator }: MulDiv, rounding: Rounding): bigint {
  return divRounded(a * b, denominator, rounding);
}

/** 10^decimals, exact. */
export function powerOfTen(decimals: number): bigint {
  return 10n ** BigInt(decimals);
}

/**
 * An integer count of 10^−decimals units as the nearest double: one way, for analytics and display only.
 * Correctly rounded (the decimal text is parsed once), so equal amounts give equal numbers on every platform.
 */
export function scaledToNumber(value: bigint, decimals: number): number {
  return Number(`${value}e-${decimals}`);
}
