import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, outlyingPoints, type SmileQuotePoint, wildPoints } from "./outliers";

const quote = (volatility: number, width: number | null = 0.01): SmileQuotePoint => ({ volatility, width });

describe("wildPoints", () => {
  it("default: none on a steep smile, up to the ends", () => {
    expect(wildPoints([1.6, 1.2, 0.85, 0.6, 0.5, 0.52, 0.7, 0.95, 1.3].map((one) => quote(one)))).toEqual([]);
  });

  it.each([0, 3, 6])("behavior: a wild one at %i is found, and its neighbours are not", (at) => {
    for (const factor of [0.3, 3, 20]) {
      const points = [0.7, 0.65, 0.6, 0.58, 0.57, 0.56, 0.56].map((one, index) =>
        quote(index === at ? one * factor : one),
      );
      expect(wildPoints(points)).toEqual([at]);
    }
  });

  it("error: of one point or none there is nothing to compare", () => {
    expect(wildPoints([quote(9)])).toEqual([]);
    expect(wildPoints([])).toEqual([]);
  });
});

describe("outlyingPoints", () => {
  const good = [0.001, -0.002, 0.0015, -0.0005, 0.002, -0.001];

  it("default: none within a point, however well the others fit", () => {
    const points = [...good, 0.009].map(() => quote(0.6, 0.002));
    expect(outlyingPoints(points, [...good, 0.009])).toEqual([]);
  });

  it("behavior: one far off is found; one that its own width explains is not", () => {
    expect(outlyingPoints([...good.map(() => quote(0.6)), quote(0.7)], [...good, 0.08])).toEqual([6]);
    expect(outlyingPoints([...good.map(() => quote(0.6)), quote(0.7, 0.1)], [...good, 0.08])).toEqual([]);
    expect(outlyingPoints([...good.map(() => quote(0.6)), quote(0.7, null)], [...good, 0.08])).toEqual([6]);
  });

  it("behavior: what may only have been pushed by the worst waits for the next fit", () => {
    const residuals = [...good, 0.3, 0.04];
    expect(
      outlyingPoints(
        residuals.map(() => quote(0.6)),
        residuals,
      ),
    ).toEqual([6]);
  });

  it("behavior: where all fit badly, none is an outlier", () => {
    const residuals = [0.05, -0.06, 0.04, -0.05, 0.07];
    expect(
      outlyingPoints(
        residuals.map(() => quote(0.6, 0.001)),
        residuals,
      ),
    ).toEqual([]);
  });
});

describe("median", () => {
  it("default: as many below as above", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1 }),
        (values) => {
          const middle = median(values);
          const half = values.length / 2;
          expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(half);
          expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(half);
        },
      ),
    );
    expect(median([3, 1])).toBe(2);
    expect(median([])).toBeNaN();
  });
});
