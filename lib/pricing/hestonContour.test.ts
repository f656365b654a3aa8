import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { characteristicStrip } from "./characteristicStrip";
import type { BatesParameters } from "./HestonParameters";
import { hestonCharacteristic } from "./hestonCharacteristic";
import { hestonConstants } from "./hestonConstants";
import { hestonContour } from "./hestonContour";
import { deviationOf, lawFromUnits, withoutJumps } from "./hestonFixture";

const units = fc.double({ min: 0, max: 1, noNaN: true });
const laws = fc.array(units, { minLength: 8, maxLength: 8 }).map(lawFromUnits);
const times = fc.double({ min: 1 / 365, max: 2, noNaN: true });
const FORWARD = 100;
const STRIKES = [40, 75, 95, 100, 104, 130, 250];

function bothWays(law: BatesParameters, time: number) {
  const rows = () => new Float64Array(5 * STRIKES.length);
  const constants = hestonConstants(law, time);
  const request = { forward: FORWARD, strikes: STRIKES, hasForward: true, digits: 33, nodeLimit: 20_000 };
  const straight = { ...request, rows: rows() };
  const bent = { ...request, rows: rows() };
  fc.pre(characteristicStrip(hestonCharacteristic(constants, "greeks"), straight));
  expect(hestonContour(constants, bent)).toBe(true);
  return { straight: straight.rows, bent: bent.rows };
}

function expectAgreement(law: BatesParameters, time: number) {
  const { straight, bent } = bothWays(law, time);
  const deviation = deviationOf(law, time);
  const sizes = [FORWARD, 1, 1 / (FORWARD * deviation), FORWARD * Math.sqrt(time), (FORWARD * deviation) / time];
  straight.forEach((value, at) => {
    expect(Math.abs(value - (bent[at] as number)) / (sizes[at % 5] as number), `column ${at % 5}`).toBeLessThan(1e-12);
  });
}

describe("the bent contour", () => {
  test("behavior: gives what the straight line gives, prices and Greeks, without jumps", () => {
    fc.assert(
      fc.property(laws, times, (law, time) =>
        expectAgreement({ ...withoutJumps(law), correlation: 0.95 * law.correlation }, time),
      ),
      { numRuns: 12 },
    );
  });

  test("behavior: and with jumps, summed over their number", () => {
    fc.assert(
      fc.property(laws, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (law, time) =>
        expectAgreement({ ...law, correlation: 0.95 * law.correlation, jumpDeviation: law.jumpDeviation + 0.05 }, time),
      ),
      { numRuns: 6 },
    );
  });
});
