/** True minus, U+2212. */
export const MINUS = "\u2212";

/** Shown where there is no number: NaN, or a figure without an end. */
export const NO_NUMBER = "–";

/** Digits of a whole number with a comma every three. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A number's size with a fixed count of decimals, grouped, without a sign; rounded half away from zero as toFixed does. */
export function fixedText(value: number, decimals: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(size)) return NO_NUMBER;
  const text =
    size < 1e21 ? size.toFixed(decimals) : `${BigInt(size)}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  const [whole = "0", fraction] = text.split(".");
  return fraction === undefined ? grouped(whole) : `${grouped(whole)}.${fraction}`;
}

/** How a sign is written: on negative numbers alone (levels), or always (gains and results). */
export type SignStyle = "level" | "result";

/** The sign before a text; none when the text shows nothing but zeros, so that zero never leans to a side. */
export function signOf(value: number | bigint, text: string, style: SignStyle): string {
  if (!/[1-9]/.test(text)) return "";
  if (value < 0) return MINUS;
  return style === "result" ? "+" : "";
}
