import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AmountReason, parseTokenAmount } from "./parseTokenAmount";

const UINT256_MAX = 2n ** 256n - 1n;

function amountOf(text: string, decimals: number): bigint | AmountReason {
  const parsed = parseTokenAmount(text, decimals);
  return parsed.ok ? parsed.amount : parsed.reason;
}

/** Independent reading: digit by digit over a scaled integer, without text padding. */
function oracle(text: string, decimals: number): bigint | "tooManyDecimals" | "tooLarge" | "zero" {
  let value = 0n;
  let places = 0;
  let seenPoint = false;
  for (const character of text) {
    if (character === ".") seenPoint = true;
    else if (character !== ",") {
      value = value * 10n + BigInt(character.charCodeAt(0) - 48);
      if (seenPoint) places += 1;
    }
  }
  while (places > decimals) {
    if (value % 10n !== 0n) return "tooManyDecimals";
    value /= 10n;
    places -= 1;
  }
  for (; places < decimals; places += 1) value *= 10n;
  if (value > UINT256_MAX) return "tooLarge";
  return value === 0n ? "zero" : value;
}

describe("parseTokenAmount", () => {
  test("default", () => {
    expect(amountOf("1.5", 6)).toBe(1_500_000n);
    expect(amountOf("10,000.25", 6)).toBe(10_000_250_000n);
    expect(amountOf("0.000000000000000001", 18)).toBe(1n);
  });

  test.each<[string, bigint]>([
    [".5", 500_000n],
    ["5.", 5_000_000n],
    ["  7 ", 7_000_000n],
    ["\u00a07\n", 7_000_000n],
    ["007", 7_000_000n],
    ["1,234,567", 1_234_567_000_000n],
    ["1,234.5", 1_234_500_000n],
    ["1.50000000000", 1_500_000n],
    ["3", 3_000_000n],
  ])("behavior: reads %j", (text, amount) => {
    expect(amountOf(text, 6)).toBe(amount);
  });

  test.each<[string, AmountReason]>([
    ["", "empty"],
    ["   ", "empty"],
    ["9".repeat(101), "tooLong"],
    [" ".repeat(1_000_000), "tooLong"],
    ["9".repeat(1_000_000), "tooLong"],
    ["1\u200b0", "invisibleCharacter"],
    ["\u202e01", "invisibleCharacter"],
    ["\ufeff1", "invisibleCharacter"],
    ["1\u0000", "invisibleCharacter"],
    ["\ud800", "invisibleCharacter"],
    ["1\u2800", "invisibleCharacter"],
    ["１２", "foreignDigits"],
    ["١٢٣", "foreignDigits"],
    ["1२", "foreignDigits"],
    ["0x10", "hexadecimal"],
    ["-0xff", "hexadecimal"],
    ["0X", "hexadecimal"],
    ["1e18", "exponent"],
    ["1.5E-3", "exponent"],
    [".5e+2", "exponent"],
    ["-5", "negative"],
    ["\u2212 1,000.5", "negative"],
    ["-0", "negative"],
    ["1.2.3", "severalDecimalPoints"],
    ["1..2", "severalDecimalPoints"],
    ["1.234.567", "severalDecimalPoints"],
    ["1 234", "spaceInside"],
    ["1\u202f234", "spaceInside"],
    ["12,34.5", "misplacedComma"],
    ["1,23,456", "misplacedComma"],
    ["1.5,5", "misplacedComma"],
    [",,1", "misplacedComma"],
    ["0,5", "commaDecimal"],
    ["12,34", "commaDecimal"],
    ["0,123", "commaDecimal"],
    ["1,234", "ambiguousComma"],
    ["999,000", "ambiguousComma"],
    ["0.0000001", "tooManyDecimals"],
    ["0", "zero"],
    ["0.00", "zero"],
    ["0.0000000", "zero"],
    ["+5", "notANumber"],
    ["$5", "notANumber"],
    ["5 USDC", "notANumber"],
    [".", "notANumber"],
    ["-", "notANumber"],
    [",", "notANumber"],
    ["NaN", "notANumber"],
    ["Infinity", "notANumber"],
    ["1_000", "notANumber"],
    ["1'000", "notANumber"],
    ["½", "notANumber"],
    ["0b1", "notANumber"],
    ["e5", "notANumber"],
    ["--5", "notANumber"],
  ])("error: %j", (text, reason) => {
    expect(amountOf(text, 6)).toBe(reason);
  });

  test("behavior: the largest amount is 2^256 − 1, to the wei", () => {
    expect(amountOf(String(UINT256_MAX), 0)).toBe(UINT256_MAX);
    expect(amountOf(String(UINT256_MAX + 1n), 0)).toBe("tooLarge");
    expect(amountOf(`${UINT256_MAX / 10n ** 18n}.584007913129639935`, 18)).toBe(UINT256_MAX);
    expect(amountOf(`${UINT256_MAX / 10n ** 18n}.584007913129639936`, 18)).toBe("tooLarge");
  });

  test("behavior: a token without decimals takes whole numbers only", () => {
    expect(amountOf("5", 0)).toBe(5n);
    expect(amountOf("5.0", 0)).toBe(5n);
    expect(amountOf("5.1", 0)).toBe("tooManyDecimals");
  });

  test("behavior: agrees with an independent integer reading of every plain number", () => {
    const digits = (maxLength: number) => fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength });
    const decimals = fc.constantFrom(0, 2, 6, 8, 18);
    fc.assert(
      fc.property(digits(70), digits(22), decimals, (whole, fraction, places) => {
        const text = fraction === "" ? `${whole}0` : `${whole}.${fraction}`;
        expect(amountOf(text, places)).toBe(oracle(text, places));
      }),
      { numRuns: 1000 },
    );
  });

  test("behavior: thousands separators change nothing", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 40n }), fc.integer({ min: 0, max: 999_999 }), (whole, fraction) => {
        const plain = `${whole}.${String(fraction).padStart(6, "0")}`;
        const grouped = `${whole.toLocaleString("en-US")}.${String(fraction).padStart(6, "0")}`;
        expect(amountOf(grouped, 6)).toBe(whole * 1_000_000n + BigInt(fraction));
        expect(amountOf(plain, 6)).toBe(amountOf(grouped, 6));
      }),
    );
  });

  test("behavior: never throws, and what it accepts is within uint256 and above zero", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 120 }),
      fc.string({ unit: fc.constantFrom(..."0123456789.,-+ eExX\u2212\u200b１"), maxLength: 30 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseTokenAmount(text, 18);
        if (parsed.ok) expect(parsed.amount > 0n && parsed.amount <= UINT256_MAX).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
