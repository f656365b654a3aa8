import { fixedText, NO_NUMBER, type SignStyle, signOf } from "./numberText";

const COMPACT_FROM = 1000;
const COMPACT_UNITS = [
  { size: 1e3, letter: "k" },
  { size: 1e6, letter: "M" },
  { size: 1e9, letter: "B" },
  { size: 1e12, letter: "T" },
] as const;

/** A level in dollars: `$1,234.56`, `−$684.02`. Two decimals unless said otherwise (0 in risk tables). */
export function formatUsd(usd: number, decimals = 2): string {
  return withSign(usd, `$${fixedText(usd, decimals)}`, "level");
}

/** A gain or result in dollars, always with its sign: `+$684.02`; exact zero has none. */
export function formatSignedUsd(usd: number, decimals = 2): string {
  return withSign(usd, `$${fixedText(usd, decimals)}`, "result");
}

/** Below this a sum's cents are what there is to read. */
const WHOLE_SUMS_FROM = 10;

/** A result in a table of risk: whole dollars, and of a small one the cents, so that forty of them do not read `$0`. */
export function formatRiskUsd(usd: number): string {
  return formatSignedUsd(usd, Math.abs(usd) < WHOLE_SUMS_FROM ? 2 : 0);
}

/** A level from a thousand on with one letter: `$12.7M`, `$8.5k`; below as whole dollars. For deposits and heat maps only. */
export function formatCompactUsd(usd: number): string {
  return withSign(usd, compactText(usd), "level");
}

/** A result in the same short form: `−$8.5k`, `+$950`. */
export function formatSignedCompactUsd(usd: number): string {
  return withSign(usd, compactText(usd), "result");
}

function withSign(usd: number, text: string, style: SignStyle): string {
  return Number.isFinite(usd) ? `${signOf(usd, text, style)}${text}` : NO_NUMBER;
}

/** The unit is chosen by the rounded number, so that $999,960 is $1.0M and not $1,000.0k. */
function compactText(usd: number): string {
  const size = Math.abs(usd);
  if (Math.round(size) < COMPACT_FROM) return `$${fixedText(size, 0)}`;
  const fits = COMPACT_UNITS.find((unit) => Number((size / unit.size).toFixed(1)) < COMPACT_FROM);
  const unit = fits ?? COMPACT_UNITS[COMPACT_UNITS.length - 1];
  return unit === undefined ? `$${fixedText(size, 0)}` : `$${fixedText(size / unit.size, 1)}${unit.letter}`;
}
