import { expect, test } from "vitest";
import { randomStream } from "@/lib/math/randomStream";
import { sampleTailRisk } from "../tail/sampleTailRisk";
import { changesWith } from "./changesWith";
import { marginalShortfalls } from "./marginalShortfalls";

const { normal } = randomStream({ seed: 5 });
const own = Float64Array.from({ length: 8_192 }, () => 1_000 * normal());
const along = own.map((change) => change / 10_000);
const against = own.map((change) => -change / 20_000 + 0.01 * normal());
const changes = { own, perDollar: [along, against] };

test("default: the slope of the shortfall, by a difference of a few cents", () => {
  const at = (column: Float64Array, dollars: number) =>
    sampleTailRisk(changesWith(own, column, dollars), 0.95).expectedShortfall;
  const found = marginalShortfalls(changes, 0.95);
  changes.perDollar.forEach((column, index) => {
    const slope = (at(column, 0.01) - at(column, -0.01)) / 0.02;
    expect((found[index]?.value ?? Number.NaN) / slope).toBeCloseTo(1, 6);
  });
  // What moves with the portfolio adds its own share of the ES, by hand.
  expect(found[0]?.value).toBeCloseTo(at(along, 0) / 10_000, 9);
  expect(found[1]?.value).toBeLessThan(0);
  expect(found[1]?.error).toBeGreaterThan(0);
});

test("error: without scenarios there is none", () => {
  expect(marginalShortfalls({ own: new Float64Array(0), perDollar: [new Float64Array(0)] }, 0.95)).toEqual([]);
});
