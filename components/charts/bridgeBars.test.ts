import { expect, test } from "vitest";
import { type BridgeStep, bridgeBars } from "./bridgeBars";

const step = (name: string, value: number): BridgeStep => ({ name, shortName: name, note: "", value, text: "" });

test("default: each bar starts where the one before ended, the total at zero", () => {
  const bars = bridgeBars([step("delta", 100), step("theta", 40), step("gamma", -20)], step("total", 120));
  const [delta, theta, gamma, total] = bars;
  expect(theta?.bottom).toBeCloseTo(delta?.end ?? Number.NaN, 6);
  expect(gamma?.top).toBeCloseTo(theta?.end ?? Number.NaN, 6);
  expect(total?.top).toBeCloseTo(gamma?.end ?? Number.NaN, 6);
  expect(total?.bottom).toBeCloseTo(total?.zero ?? Number.NaN, 6);
  expect(bars.map(({ isTotal }) => isTotal)).toEqual([false, false, false, true]);
});

test("behavior: what comes to nothing is still seen, and a loss hangs under zero", () => {
  const [nothing, loss] = bridgeBars([step("nothing", 0), step("loss", -50)], step("total", -50));
  expect((nothing?.bottom ?? 0) - (nothing?.top ?? 0)).toBe(2);
  expect(loss?.top).toBeCloseTo(loss?.zero ?? Number.NaN, 6);
});
