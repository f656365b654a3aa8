import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubStorage } from "./keptFixture";
import { keepUnits, savedUnits, USUAL_UNITS } from "./savedUnits";

let kept: Map<string, string>;

beforeEach(() => {
  kept = stubStorage();
});

afterEach(() => vi.unstubAllGlobals());

test("default: dollars and UTC, until something else is kept", () => {
  expect(savedUnits.read()).toEqual(USUAL_UNITS);
  keepUnits({ values: "ETH", clock: "local" });
  expect(savedUnits.read()).toEqual({ values: "ETH", clock: "local" });
  expect(savedUnits.readOnServer()).toBe(USUAL_UNITS);
});

test.each(["{", "null", '"ETH"', '{"values":"DOGE","clock":7}', '{"values":{"toString":"ETH"}}'])(
  "error: %s is nobody's choice",
  (text) => {
    kept.set("ballast.units", text);
    expect(savedUnits.read()).toEqual(USUAL_UNITS);
  },
);

test("behavior: half a choice counts by half", () => {
  kept.set("ballast.units", '{"clock":"local"}');
  expect(savedUnits.read()).toEqual({ values: "usd", clock: "local" });
});
