import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divRounded, mulDiv, powerOfTen, scaledToNumber } from "./rounding";

const nonZero = fc.bigInt({ min: -(2n ** 130n), max: 2n ** 130n }).filter((value) => value !== 0n);

describe("divRounded", () => {
  test("default", () => {
    expect(divRounded(7n, 2n, "down")).toBe(3n);
    expect(divRounded(7n, 2n, "up")).toBe(4n);
    expect(divRounded(8n, 2n, "up")).toBe(4n);
  });

  test("behavior: down is towards minus infinity and up towards plus infinity, for every sign", () => {
    expect([divRounded(-7n, 2n, "down"), divRounded(-7n, 2n, "up")]).toEqual([-4n, -3n]);
    expect([divRounded(7n, -2n, "down"), divRounded(7n, -2n, "up")]).toEqual([-4n, -3n]);
    expect([divRounded(-7n, -2n, "down"), divRounded(-7n, -2n, "up")]).toEqual([3n, 4n]);
    fc.assert(
      fc.property(fc.bigInt(), nonZero, (numerator, denominator) => {
        const sign = denominator < 0n ? -1n : 1n;
        const down = divRounded(numerator, denominator, "down");
        const up = divRounded(numerator, denominator, "up");
        const isExact = numerator % denominator === 0n;
        expect(down * denominator * sign <= numerator * sign).toBe(true);
        expect((down + 1n) * denominator * sign > numerator * sign).toBe(true);
        expect(up - down).toBe(isExact ? 0n : 1n);
      }),
    );
  });

  test("error: dividing by zero throws", () => {
    expect(() => divRounded(1n, 0n, "down")).toThrow(RangeError);
  });
});

test("behavior: mulDiv rounds once, after the full product", () => {
  expect(mulDiv({ a: 10n, b: 10n, denominator: 3n }, "down")).toBe(33n);
  expect(mulDiv({ a: 10n, b: 10n, denominator: 3n }, "up")).toBe(34n);
  expect(mulDiv({ a: 2n ** 255n, b: 2n ** 255n, denominator: 2n ** 255n }, "up")).toBe(2n ** 255n);
});

test("behavior: powers of ten are exact", () => {
  expect([powerOfTen(0), powerOfTen(6), powerOfTen(18)]).toEqual([1n, 1_000_000n, 1_000_000_000_000_000_000n]);
});

test("behavior: scaledToNumber is the nearest double", () => {
  expect(scaledToNumber(1n, 18)).toBe(1e-18);
  expect(scaledToNumber(-1_234_567_890n, 6)).toBe(-1234.56789);
  expect(scaledToNumber(2n ** 256n, 18)).toBe(1.157920892373162e59);
  expect(scaledToNumber(0n, 8)).toBe(0);
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(scaledToNumber(BigInt(value), 6)).toBe(value / 1e6);
    }),
  );
});
