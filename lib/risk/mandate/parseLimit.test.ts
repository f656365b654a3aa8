import { expect, test } from "vitest";
import { limitText, parseLimit } from "./parseLimit";

test.each<[string, number | undefined]>([
  ["30", 0.3],
  [" 8.5% ", 0.085],
  ["0", 0],
  ["100", 1],
  ["0.25", 0.0025],
  ["", undefined],
  ["  ", undefined],
])("default: %j", (text, share) => {
  expect(parseLimit(text)).toEqual({ ok: true, share });
});

test.each(["-1", "1e1", "30 %%", "3,5", "0x1", "NaN", "١٠", "9".repeat(1_000), "5.123", ".5"])("error: %j", (text) => {
  expect(parseLimit(text)).toEqual({ ok: false, reason: "notANumber" });
});

test("error: over the whole", () => {
  expect(parseLimit("100.01")).toEqual({ ok: false, reason: "over100" });
});

test("behavior: what was read is written back", () => {
  expect(
    ["30", "8.5", "0", "100", "0.25", "29", "57.01"].map((text) => {
      const limit = parseLimit(text);
      return limit.ok ? limitText(limit.share) : "";
    }),
  ).toEqual(["30", "8.5", "0", "100", "0.25", "29", "57.01"]);
  expect(limitText(undefined)).toBe("");
});
