import { expect, test } from "vitest";
import { type MandateFault, mandateText, parseMandate } from "./mandateFile";

const MANDATE = { largestSharePerVault: 0.3, shortfall: 0.08, uncovered: 0, slowExit: 1 };

function file(changes: Record<string, unknown>): string {
  return JSON.stringify({ format: "ballast-mandate", version: 1, limits: MANDATE, ...changes });
}

test("default: what was saved is read again", () => {
  expect(parseMandate(mandateText(MANDATE))).toEqual({ ok: true, mandate: MANDATE });
  expect(parseMandate(mandateText({ shortfall: 0.1 }))).toEqual({ ok: true, mandate: { shortfall: 0.1 } });
});

test.each<[string, string, MandateFault]>([
  ["no JSON", "30 %", { reason: "notJson" }],
  ["a megabyte", "9".repeat(1_000_000), { reason: "tooLong" }],
  ["another file", JSON.stringify({ name: "tokens" }), { reason: "notOurs" }],
  ["a list", "[]", { reason: "notOurs" }],
  ["null", "null", { reason: "notOurs" }],
  ["a later version", file({ version: 2 }), { reason: "otherVersion", version: "2" }],
  ["a limit of another name", file({ limits: { leverage: 1 } }), { reason: "unknownLimit", name: "leverage" }],
  [
    "the prototype",
    `{"format":"ballast-mandate","version":1,"limits":{"__proto__":0.1}}`,
    { reason: "unknownLimit", name: "__proto__" },
  ],
  ["percent for a share", file({ limits: { shortfall: 30 } }), { reason: "notAShare", name: "shortfall" }],
  ["a share below 0", file({ limits: { shortfall: -0.1 } }), { reason: "notAShare", name: "shortfall" }],
  ["text for a number", file({ limits: { uncovered: "0.1" } }), { reason: "notAShare", name: "uncovered" }],
  ["no limits", file({ limits: {} }), { reason: "noLimit" }],
  ["limits that are none", file({ limits: null }), { reason: "noLimit" }],
])("error: %s", (_, text, fault) => {
  expect(parseMandate(text)).toEqual({ ok: false, fault });
});
