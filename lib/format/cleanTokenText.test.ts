import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanTokenText } from "./cleanTokenText";

test.each([
  ["USDC", "USDC"],
  ["  Wrapped   Ether \n", "Wrapped Ether"],
  ["US\u200BD\u202EC", "USDC"],
  ["\u202E\u2066", "unnamed"],
  ["", "unnamed"],
  ["A\u0000B", "AB"],
  ["\u3164\u115F", "unnamed"],
  ["e\u0301\u0302\u0303\u0304", "\u00E9\u0302\u0303"],
  ["<b>hi</b>", "<b>hi</b>"],
  ["x".repeat(1_000_000), `${"x".repeat(31)}…`],
  ["\u{1D400}".repeat(40), `${"\u{1D400}".repeat(31)}…`],
])("default: %#", (text, expected) => expect(cleanTokenText(text)).toBe(expected));

test("behavior: any text becomes short, visible and stays as it is when cleaned again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const clean = cleanTokenText(text);
      expect([...clean].length).toBeLessThanOrEqual(32);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(cleanTokenText(clean)).toBe(clean);
    }),
  );
});
