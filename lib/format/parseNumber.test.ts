import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberReasonSentence, parseNumber } from "./parseNumber";

describe("parseNumber", () => {
  test.each([
    ["-30%", -30],
    ["\u221230", -30],
    ["\u2013 30 %", -30],
    ["30 %", 30],
    ["+ 30", 30],
    [" .5 ", 0.5],
    ["5.", 5],
    ["-0", 0],
    ["%30", 30],
  ])("default: %j with a percent sign or without", (text, value) => {
    expect(parseNumber(text, { unit: "%" })).toEqual({ ok: true, value });
  });

  test.each([
    ["$28,000", 28_000],
    ["\u2212$1,234,567.50", -1_234_567.5],
    ["$-5", -5],
    ["28000 $", 28_000],
  ])("behavior: dollars in groups, %j", (text, value) => {
    expect(parseNumber(text, { unit: "$", isGrouped: true })).toEqual({ ok: true, value });
  });

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["%", "empty"],
    ["1e9", "exponent"],
    ["-1E+9", "exponent"],
    ["0,5", "comma"],
    ["1,000", "comma"],
    ["1.2.3", "notANumber"],
    ["--3", "notANumber"],
    ["0x10", "notANumber"],
    ["Infinity", "notANumber"],
    ["NaN", "notANumber"],
    ["٣٠", "notANumber"],
    ["3 0", "notANumber"],
    ["30%%", "notANumber"],
    ["-", "notANumber"],
    [".", "notANumber"],
    ["9".repeat(41), "tooLong"],
  ] as const)("error: %j is %s, and has a sentence", (text, reason) => {
    expect(parseNumber(text, { unit: "%" })).toEqual({ ok: false, reason });
    expect(numberReasonSentence(reason)).toMatch(/^[A-Z].*\.$/);
  });

  test("error: a group that is none", () => {
    expect(parseNumber("1,00", { isGrouped: true })).toEqual({ ok: false, reason: "comma" });
  });

  test("behavior: whatever is typed, a number is finite and its own text again", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseNumber(text, { unit: "%" });
        if (parsed.ok) expect(Number.isFinite(parsed.value)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (hundredths) => {
        const value = hundredths / 100;
        expect(parseNumber(`${value}%`, { unit: "%" })).toEqual({ ok: true, value: value === 0 ? 0 : value });
      }),
    );
  });
});
