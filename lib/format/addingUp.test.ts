import fc from "fast-check";
import { expect, test } from "vitest";
import { addingUp } from "./addingUp";

test("default: what one rounding leaves over is taken where it was largest", () => {
  expect(addingUp({ parts: [0.334, 0.333, 0.333], sum: 1 }, 2)).toEqual({ parts: [0.34, 0.33, 0.33], sum: 1 });
  expect(addingUp({ parts: [10.006, -3.004, -2.004], sum: 4.998 }, 2)).toEqual({ parts: [10.01, -3, -2.01], sum: 5 });
  expect(addingUp({ parts: [], sum: 0 }, 2)).toEqual({ parts: [], sum: 0 });
});

test("behavior: those shown add up, none is a last digit away, and what is whole already stays", () => {
  const amounts = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 6 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 6 }), (units, decimals) => {
      const parts = units.map((unit) => unit / 1e6);
      const sum = units.reduce((total, unit) => total + unit, 0) / 1e6;
      const shown = addingUp({ parts, sum }, decimals);
      const last = 10 ** -decimals;
      const digits = (value: number) => Math.round(value / last) + 0;
      expect(shown.parts.reduce((total, part) => total + digits(part), 0)).toBe(digits(shown.sum));
      expect(Math.abs(shown.sum - sum)).toBeLessThanOrEqual(0.5 * last + 1e-8);
      shown.parts.forEach((part, index) => {
        expect(Math.abs(part - (parts[index] ?? Number.NaN))).toBeLessThan(last + 1e-8);
        expect(part * (parts[index] ?? Number.NaN)).toBeGreaterThanOrEqual(0);
      });
      if (decimals === 6) expect(shown.parts.map(digits)).toEqual(units.map((unit) => unit + 0));
    }),
  );
});
