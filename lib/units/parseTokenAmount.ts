import { powerOfTen } from "./rounding";
import { type TokenAmount, tokenAmount } from "./TokenAmount";

/**
 * Why a text is no amount. Each has its own sentence on screen.
 *
 * - `empty`: nothing but spaces. `tooLong`: over 100 characters, not read further.
 * - `invisibleCharacter`: a zero-width, bidirectional or control character hides in it.
 * - `foreignDigits`: digits of another script (full-width, Arabic-Indic …).
 * - `hexadecimal`: 0x10. `exponent`: 1e18. `negative`: a minus in front of a number.
 * - `severalDecimalPoints`: 1.2.3. `spaceInside`: 1 234. `misplacedComma`: 12,34.5.
 * - `commaDecimal`: 0,5. `ambiguousComma`: 1,234 is a thousand to some and one to others.
 * - `tooManyDecimals`: finer than the token's smallest unit. `tooLarge`: over 2^256 − 1.
 * - `zero`: a number, but nothing. `notANumber`: anything else.
 */
export type AmountReason =
  | "empty"
  | "tooLong"
  | "invisibleCharacter"
  | "foreignDigits"
  | "hexadecimal"
  | "exponent"
  | "negative"
  | "severalDecimalPoints"
  | "spaceInside"
  | "misplacedComma"
  | "commaDecimal"
  | "ambiguousComma"
  | "tooManyDecimals"
  | "tooLarge"
  | "zero"
  | "notANumber";

/** An amount above zero and within uint256, or the one reason why not. */
export type ParsedAmount =
  | { readonly ok: true; readonly amount: TokenAmount }
  | { readonly ok: false; readonly reason: AmountReason };

const LONGEST_TEXT = 100;
const UINT256_MAX = 2n ** 256n - 1n;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u115F\u1160\u3164\uFFA0\u2800]/u;
const NUMBER_LIKE = /^[+-]?[\d.,\s]*\d[\d.,\s]*$/;
const GROUPED = /^[1-9]\d{0,2}(,\d{3})+$/;

/**
 * Text a person typed → an exact amount in the token's smallest unit. Never throws, never rounds.
 *
 * The point is the decimal sign. Commas are read as thousands only where nothing else can be meant: correct groups
 * followed by a point (`1,234.5`) or at least two of them (`1,234,567`). `.5`, `5.` and surrounding blanks are fine;
 * zeros beyond the token's decimals are fine, because nothing is lost.
 */
export function parseTokenAmount(text: string, decimals: number): ParsedAmount {
  if (text.length > LONGEST_TEXT) return refused("tooLong");
  const visible = text.replace(/[\t\n\r]/g, " ");
  if (INVISIBLE.test(visible)) return refused("invisibleCharacter");
  const trimmed = visible.trim();
  const shape = shapeReason(trimmed);
  if (shape !== undefined) return refused(shape);
  const [whole = "", fraction = ""] = trimmed.split(".");
  const separator = commaReason(whole, { fraction, hasPoint: trimmed.includes(".") });
  if (separator !== undefined) return refused(separator);
  return exactAmount(whole.replaceAll(",", ""), fraction, decimals);
}

function refused(reason: AmountReason): ParsedAmount {
  return { ok: false, reason };
}

function shapeReason(text: string): AmountReason | undefined {
  if (text === "") return "empty";
  if (/^[+\-\u2212]?0[xX][\da-fA-F]*$/.test(text)) return "hexadecimal";
  if (/[^\d\P{Nd}]/u.test(text)) return "foreignDigits";
  if (/^[+\-\u2212]?(\d[\d.,]*|\.\d+)[eE][+\-\u2212]?\d+$/.test(text)) return "exponent";
  const ascii = text.replace(/^[\u2212\u2013\u2014\uFE63\uFF0D]/, "-");
  if (!NUMBER_LIKE.test(ascii) || ascii.startsWith("+")) return "notANumber";
  if (ascii.startsWith("-")) return "negative";
  if (/\..*\./.test(text)) return "severalDecimalPoints";
  if (/\s/.test(text)) return "spaceInside";
  return undefined;
}

function commaReason(
  whole: string,
  rest: { readonly fraction: string; readonly hasPoint: boolean },
): AmountReason | undefined {
  if (rest.fraction.includes(",")) return "misplacedComma";
  if (!whole.includes(",")) return undefined;
  const commas = whole.split(",").length - 1;
  if (GROUPED.test(whole)) return commas > 1 || rest.hasPoint ? undefined : "ambiguousComma";
  return commas === 1 && !rest.hasPoint ? "commaDecimal" : "misplacedComma";
}

function exactAmount(whole: string, fraction: string, decimals: number): ParsedAmount {
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > decimals) return refused("tooManyDecimals");
  const value =
    BigInt(whole === "" ? "0" : whole) * powerOfTen(decimals) + BigInt(significant.padEnd(decimals, "0") || "0");
  if (value > UINT256_MAX) return refused("tooLarge");
  if (value === 0n) return refused("zero");
  return { ok: true, amount: tokenAmount(value) };
}
