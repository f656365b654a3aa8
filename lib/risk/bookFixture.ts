import { SURFACE } from "@/lib/pricing/modelFixture";
import { strikeVolatility } from "@/lib/pricing/surfaceVolatility";
import type { BookLeg, BookPart, RiskBook } from "./RiskBook";

const WEEK = 7 / 365;
const SPOTS = [3_500, 94_000] as const;

/** Two coins; a covered call and an iron condor on the first, settled in coin and in the quote, a covered call on the second, and plain cash. */
export function sampleBook(): RiskBook {
  const [eth, btc] = SPOTS;
  const part = (id: string, changes: Partial<BookPart>): BookPart => ({
    ...{ id, name: id, coin: 0, coinUnits: 0, quoteUnits: 0, quote: "USDC", settlesIn: "quote", legs: [] },
    ...changes,
  });
  const leg = (spot: number, isPut: boolean, [moneyness, size]: readonly [number, number]): BookLeg => {
    const strike = spot * moneyness;
    // The fixture's surface is of a coin at 3,500: of another only the distance counts.
    const volatility = strikeVolatility(SURFACE, { strike, timeToExpiryYears: WEEK, forward: spot });
    return { isPut, strike, size, timeToExpiryYears: WEEK, volatility };
  };
  return {
    coins: [
      { symbol: "ETH", spot: eth, surface: SURFACE },
      { symbol: "BTC", spot: btc, surface: null },
    ],
    parts: [
      part("call", { coinUnits: 10.1, settlesIn: "underlying", legs: [leg(eth, false, [1.1, -10])] }),
      part("condor", {
        quoteUnits: 20_300,
        legs: [
          leg(eth, true, [0.85, 30]),
          leg(eth, true, [0.92, -30]),
          leg(eth, false, [1.08, -30]),
          leg(eth, false, [1.15, 30]),
        ],
      }),
      part("bitcoin", { coin: 1, coinUnits: 0.502, settlesIn: "underlying", legs: [leg(btc, false, [1.07, -0.5])] }),
      part("cash", { coin: -1, quoteUnits: 5_000 }),
    ],
  };
}
