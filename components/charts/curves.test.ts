import { describe, expect, it } from "vitest";
import { linePath, pixel, sampleValues, signedAreas } from "./curves";

describe("sampleValues", () => {
  it("default: even steps with the corners among them, in order, once each", () => {
    expect(sampleValues({ lo: 0, hi: 4, steps: 2, corners: [1, 2, 9] })).toEqual([0, 1, 2, 4]);
  });
});

describe("linePath", () => {
  it("default: moves to the first point and draws to the rest, to a tenth of a pixel", () => {
    expect(
      linePath([
        [0, 1.26],
        [2, 3],
      ]),
    ).toBe("M0 1.3L2 3");
    expect(pixel(-0.04)).toBeCloseTo(0);
  });
});

describe("signedAreas", () => {
  const same = (point: readonly [number, number]) => point;

  it("behavior: splits where the curve crosses zero, not at the next sample", () => {
    const areas = signedAreas(
      [
        [0, 10],
        [4, -30],
      ],
      same,
    );
    expect(areas.gain).toBe("M0 10L1 0L1 0L0 0Z");
    expect(areas.loss).toBe("M1 0L4 -30L4 0L1 0Z");
  });

  it("behavior: a curve that never loses has no loss area, and the other way round", () => {
    expect(
      signedAreas(
        [
          [0, 1],
          [1, 2],
        ],
        same,
      ).loss,
    ).toBe("");
    expect(
      signedAreas(
        [
          [0, -1],
          [1, -2],
        ],
        same,
      ).gain,
    ).toBe("");
  });
});
