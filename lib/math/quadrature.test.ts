import { expect, test } from "vitest";
import { trapezoidalUntilAgreed } from "./quadrature";

function halfLine(integrand: (y: number) => number, options: { mostHalvings: number; agreement: number }) {
  let sum = 0;
  let before = Number.NaN;
  let value = Number.NaN;
  const seen: number[] = [];
  const isFound = trapezoidalUntilAgreed({
    firstStep: 1,
    mostHalvings: options.mostHalvings,
    addNodes: (start, spacing) => {
      for (let y = start; y < 8; y += spacing) {
        seen.push(y);
        sum += (y === 0 ? 0.5 : 1) * integrand(y);
      }
    },
    isAgreed: (step) => {
      before = value;
      value = step * sum;
      return Math.abs(value - before) <= options.agreement;
    },
  });
  return { isFound, value, seen };
}

test("default: the integral of e^(−y²), to a rounding from rules that agree to half the digits", () => {
  const { isFound, value } = halfLine((y) => Math.exp(-y * y), { mostHalvings: 5, agreement: 1e-7 });
  expect(isFound).toBe(true);
  expect(Math.abs(value - Math.sqrt(Math.PI) / 2)).toBeLessThan(1e-15);
});

test("behavior: no node is asked for twice, and together they are the last rule's", () => {
  const { seen } = halfLine((y) => Math.exp(-y * y), { mostHalvings: 3, agreement: 0 });
  const sorted = [...seen].sort((a, b) => a - b);
  expect(sorted).toEqual(Array.from({ length: 64 }, (_, index) => index / 8));
});

test("error: rules that never agree are told, after as many halvings as were allowed", () => {
  const { isFound, seen } = halfLine((y) => Math.exp(-y) * Math.cos(200 * y), { mostHalvings: 2, agreement: 1e-9 });
  expect(isFound).toBe(false);
  expect(seen.length).toBe(32);
});
