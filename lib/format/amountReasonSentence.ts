import type { AmountReason } from "@/lib/units/parseTokenAmount";
import type { Token } from "@/lib/vault/Token";

/** Why a text is no amount, as one sentence that says how to mend it. */
export function amountReasonSentence(reason: AmountReason, token: Pick<Token, "symbol" | "decimals">): string {
  switch (reason) {
    case "empty":
      return `Enter an amount of ${token.symbol}.`;
    case "tooLong":
      return "This is longer than any amount. Enter a number.";
    case "invisibleCharacter":
      return "An invisible character is hidden in this. Type the number by hand.";
    case "foreignDigits":
      return "Use the digits 0 to 9.";
    case "hexadecimal":
      return "This is a hexadecimal number. Write it with the digits 0 to 9 only.";
    case "exponent":
      return "Write the number out, without an exponent.";
    case "negative":
      return "An amount cannot be negative.";
    case "severalDecimalPoints":
      return "There is more than one decimal point.";
    case "spaceInside":
      return "There is a space inside the number.";
    case "misplacedComma":
      return "A comma is in the wrong place. Leave the commas out.";
    case "commaDecimal":
      return "Use a point for decimals, not a comma.";
    case "ambiguousComma":
      return "This comma could mean a thousand or a decimal. Leave it out, or use a point.";
    case "tooManyDecimals":
      return `${token.symbol} has at most ${token.decimals} decimals.`;
    case "tooLarge":
      return `There is no such amount of ${token.symbol}.`;
    case "zero":
      return "Enter an amount above zero.";
    case "notANumber":
      return "This is not a number.";
  }
}
