/**
 * Why a text is no number. Each has its own sentence on screen.
 *
 * - `empty`: nothing but spaces. `tooLong`: over 40 characters, not read further.
 * - `exponent`: 1e9. `comma`: 0,5 or 1,00; where groups are read, one that is no group. `notANumber`: anything else.
 */
export type NumberReason = "empty" | "tooLong" | "exponent" | "comma" | "notANumber";

/** A finite number, or the one reason why not. */
export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: NumberReason };

/** What may stand around the digits. */
export type NumberMarks = {
  /** "%", "$" or a word, before or after the digits; with blanks between or without. */
  readonly unit?: string;
  /** Commas between groups of three are thousands: only where the screen says back what was understood. */
  readonly isGrouped?: boolean;
};

const LONGEST_TEXT = 40;
/** Hyphen, true minus, dashes and the full-width one: what keyboards and pages put for a minus. */
const MINUS_SIGNS = /^[-\u2212\u2013\u2014\uFE63\uFF0D]\s*/;
const DIGITS = /^(\d+\.?\d*|\.\d+)$/;
const EXPONENT = /^(\d+\.?\d*|\.\d+)[eE]/;
const GROUPS = /^\d{1,3}(,\d{3})+(\.\d*)?$/;

/**
 * Text a person typed → a number: a sign, digits with a point for decimals, and the unit if it was typed along. `-30%`, `−30`, `+30 %` and `$1.5`
 * are numbers; `1e9`, `0,5`, `0x10` and `Infinity` are none. Never throws, never NaN.
 */
export function parseNumber(text: string, { unit = "", isGrouped = false }: NumberMarks = {}): ParsedNumber {
  if (text.length > LONGEST_TEXT) return { ok: false, reason: "tooLong" };
  const typed = text.trim();
  const trimmed = withoutUnit(typed, unit);
  if (trimmed === "") return { ok: false, reason: "empty" };
  const isNegative = MINUS_SIGNS.test(trimmed);
  const unsigned = trimmed.replace(isNegative ? MINUS_SIGNS : /^\+\s*/, "");
  // The unit counts once: here it stood behind the sign.
  const rest = trimmed === typed ? withoutUnit(unsigned, unit) : unsigned;
  const digits = isGrouped && GROUPS.test(rest) ? rest.replaceAll(",", "") : rest;
  if (!DIGITS.test(digits)) return { ok: false, reason: shapeReason(digits) };
  const size = Number(digits);
  // Zero has no sign.
  return { ok: true, value: isNegative && size > 0 ? -size : size };
}

function withoutUnit(text: string, unit: string): string {
  if (unit === "") return text;
  if (text.startsWith(unit)) return text.slice(unit.length).trim();
  return text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
}

function shapeReason(digits: string): NumberReason {
  if (EXPONENT.test(digits)) return "exponent";
  return /^[\d.,]*,[\d.,]*$/.test(digits) ? "comma" : "notANumber";
}

/** Why a text is no number, as one sentence that says how to mend it. */
export function numberReasonSentence(reason: NumberReason): string {
  switch (reason) {
    case "empty":
      return "Enter a number.";
    case "tooLong":
      return "This is longer than any number asked for here.";
    case "exponent":
      return "Write the number out, without an exponent.";
    case "comma":
      return "Use a point for decimals, and no comma.";
    case "notANumber":
      return "This is not a number.";
  }
}
