import { expect, it } from "vitest";
import { heatLevel } from "./HeatMap";

it("default: nothing is untinted, the largest is full, small ones are still seen", () => {
  expect(heatLevel(0, 100)).toBe(0);
  expect(heatLevel(-100, 100)).toBe(10);
  expect(heatLevel(0.01, 100)).toBe(1);
  expect(heatLevel(25, 100)).toBe(4);
  expect(heatLevel(5, 0)).toBe(0);
});
