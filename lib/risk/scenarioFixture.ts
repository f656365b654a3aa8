import { randomStream } from "@/lib/math/randomStream";
import { sampleBook } from "./bookFixture";
import type { BookPart, RiskBook } from "./RiskBook";
import type { ScenarioColumns } from "./ScenarioColumns";

const DAY = 1 / 365;

/** The sample book with every second option due in 3 or in 30 days instead of 7, and a part of the first coin that settles in it all. */
export function datedBook(): RiskBook {
  const book = sampleBook();
  const dated = (part: BookPart): BookPart => ({
    ...part,
    legs: part.legs.map((leg, index) => ({ ...leg, timeToExpiryYears: ([3, 30, 7][index % 3] ?? NaN) * DAY })),
  });
  const condor = book.parts[1];
  if (condor === undefined) throw new TypeError("the fixture has a condor");
  const inCoin: BookPart = { ...condor, id: "coin", coinUnits: 3, quoteUnits: 0, settlesIn: "underlying" };
  return { ...book, parts: [...book.parts, inCoin].map(dated) };
}

/** Random markets of the fixture's two coins at a horizon, and at days 3 and 7 as far as they come before it. */
export function randomColumns(count: number, elapsedYears: number): ScenarioColumns {
  const { normal } = randomStream({ seed: 5 });
  const around = (centre: number, deviation: number) =>
    Float64Array.from({ length: count }, () => centre * Math.exp(deviation * normal()));
  const coins = [3_500, 94_000];
  return {
    count,
    elapsedYears,
    spots: coins.map((spot) => around(spot, 0.12)),
    volatilityFactors: coins.map(() => around(1, 0.2)),
    settlements: coins.flatMap((spot, coin) =>
      [3 * DAY, 7 * DAY]
        .filter((years) => years < elapsedYears)
        .map((years) => ({ coin, timeYears: years + 2e-9, spots: around(spot, 0.1) })),
    ),
  };
}
