import fc from "fast-check";
import { expect, test } from "vitest";
import { type BlackInput, black } from "./black";
import { blackBatch } from "./blackBatch";

/** Whatever a double can be, and what options are. */
const anyNumber = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 1e-3, max: 1e4, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1, -1, NaN, Infinity, 5e-324) },
);
const anyOption = fc.record({
  forward: anyNumber,
  strike: anyNumber,
  timeToExpiryYears: fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), anyNumber),
  volatility: fc.oneof(fc.double({ min: 0, max: 3, noNaN: true }), anyNumber),
  isPut: fc.boolean(),
  discount: fc.oneof(fc.constant(1), fc.double({ min: 0.5, max: 1, noNaN: true }), anyNumber),
});

function columnsOf(options: readonly Required<BlackInput>[]) {
  const column = (key: "forward" | "strike" | "timeToExpiryYears" | "volatility" | "discount") =>
    Float64Array.from(options, (option) => option[key]);
  return {
    forward: column("forward"),
    strike: column("strike"),
    timeToExpiryYears: column("timeToExpiryYears"),
    volatility: column("volatility"),
    discount: column("discount"),
    isPut: Uint8Array.from(options, ({ isPut }) => (isPut ? 1 : 0)),
  };
}

const FIELDS = ["price", "delta", "gamma", "vega", "theta"] as const;

test("default: to the last bit the values of the single options, in blocks of any length", () => {
  fc.assert(
    fc.property(fc.array(anyOption, { maxLength: 300, size: "max" }), (options) => {
      const values = blackBatch(columnsOf(options));
      const different = options.filter((option, place) => {
        const single = black(option);
        return FIELDS.some((field) => !Object.is(values[field][place], single[field]));
      });
      expect(different).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

const options = [
  { forward: 3500, strike: 3000, timeToExpiryYears: 0.1, volatility: 0.6, isPut: false, discount: 1 },
  { forward: 3500, strike: 4000, timeToExpiryYears: 0.1, volatility: 0.6, isPut: true, discount: 1 },
];

test("behavior: columns that are handed in are filled, and a discount left out is 1", () => {
  const out = {
    price: new Float64Array(2),
    delta: new Float64Array(2),
    gamma: new Float64Array(2),
    vega: new Float64Array(2),
    theta: new Float64Array(2),
  };
  const { discount: _one, ...columns } = columnsOf(options);
  expect(blackBatch(columns, out)).toBe(out);
  expect(out).toEqual(blackBatch(columnsOf(options)));
  expect(blackBatch(columnsOf([])).price).toHaveLength(0);
});

test("error: columns of different lengths are a mistake of the program", () => {
  const columns = columnsOf(options);
  expect(() => blackBatch({ ...columns, strike: new Float64Array(3) })).toThrow("columns of one length");
  expect(() => blackBatch(columns, blackBatch(columnsOf(options.slice(1))))).toThrow("columns of one length");
});
