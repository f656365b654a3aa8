import { describe, expect, test } from "vitest";
import { SURFACE } from "./modelFixture";
import { fillSectionSlopes, fillSectionVolatilities, sectionVolatility, smileSection } from "./smileSection";
import { surfaceSlope, surfaceVolatility } from "./surfaceVolatility";

const LOG_MONEYNESSES = Float64Array.from({ length: 41 }, (_, index) => (index - 20) / 20);
/** At 0, before, at and between the expiries, at the last and after it, in years. */
const TIMES = [0, 3 / 365, 7 / 365, 12 / 365, 30 / 365, 90 / 365];

describe.each(TIMES)("the surface at %d years", (timeToExpiryYears) => {
  const section = smileSection(SURFACE, timeToExpiryYears);

  test("default: its volatilities and their slopes at every k", () => {
    const found = LOG_MONEYNESSES.slice();
    fillSectionVolatilities(section, found, found.length);
    const slopes = new Float64Array(found.length);
    fillSectionSlopes(section, { logMoneyness: LOG_MONEYNESSES, slope: slopes, from: 1, to: found.length });
    expect(slopes[0]).toBe(0);
    LOG_MONEYNESSES.forEach((k, index) => {
      const volatility = surfaceVolatility(SURFACE, k, timeToExpiryYears);
      expect(Math.abs((found[index] ?? NaN) / volatility - 1)).toBeLessThan(1e-14);
      expect(sectionVolatility(section, k)).toBe(found[index]);
      const { byLogMoneyness } = surfaceSlope(SURFACE, { strike: Math.exp(k), forward: 1, timeToExpiryYears });
      if (index > 0) expect(Math.abs((slopes[index] ?? NaN) - byLogMoneyness)).toBeLessThan(1e-13);
    });
  });
});

test("behavior: only the first places are filled", () => {
  const k = Float64Array.of(0, 0);
  fillSectionVolatilities(smileSection(SURFACE, 0.05), k, 1);
  expect(k[1]).toBe(0);
});

test("error: no time, no slices or no slice: no volatility", () => {
  const [slice] = SURFACE.slices;
  if (slice === undefined) throw new TypeError("the fixture has slices");
  const broken = { slices: [{ ...slice, svi: { ...slice.svi, b: -1 } }] };
  for (const section of [
    smileSection(SURFACE, -1),
    smileSection(SURFACE, Infinity),
    smileSection({ slices: [] }, 0.1),
    smileSection(broken, 0.1),
  ])
    expect(sectionVolatility(section, 0)).toBeNaN();
});
