import { sviTotalVariance } from "@/lib/pricing/svi";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import { EXPIRY, MARKET } from "@/lib/vault/vaultFixture";
import type { MarketView } from "./Market";

/** A market with quotes on the smiles of the vaults' fixture, a point wide; tests share it. */
export function marketOf(changes: Partial<MarketView> = {}): MarketView {
  if (!MARKET.ok) throw new RangeError("The fixture has a market.");
  const { surface, asOf, indexPrice, rmsVolatility } = MARKET.view;
  // The first expiry is the vault's own.
  const shift = Number(EXPIRY) - asOf - (surface.slices[0]?.timeToExpiryYears ?? 0) * SECONDS_PER_YEAR;
  const slices = surface.slices.map((slice) => ({
    ...slice,
    timeToExpiryYears: slice.timeToExpiryYears + shift / SECONDS_PER_YEAR,
  }));
  return {
    currency: "ETH",
    source: { name: "Test market", host: "market.test" },
    indexPrice,
    asOf,
    rmsVolatility,
    faults: { noPrice: 3, crossed: 1 },
    surface: { slices },
    quotes: slices.flatMap(({ svi, forward, timeToExpiryYears }) =>
      strikes(forward, timeToExpiryYears).flatMap((strike) =>
        [true, false].map((isPut) => {
          const middle = Math.sqrt(sviTotalVariance(svi, Math.log(strike / forward)) / timeToExpiryYears);
          return {
            instrument: `ETH-${strike}-${isPut ? "P" : "C"}`,
            expiry: asOf + Math.round(timeToExpiryYears * SECONDS_PER_YEAR),
            ...{ strike, isPut, forward, bid: null, ask: null, mark: null, openInterest: null },
            bidVolatility: middle - 0.005,
            askVolatility: middle + 0.005,
            markVolatility: middle,
          };
        }),
      ),
    ),
    history: [0, 1, 2].map((hour) => ({
      asOf: asOf - 3_600 * (2 - hour),
      volatility7Days: 0.58 + 0.01 * hour,
      volatility30Days: 0.56,
      skew7Days: 0.02,
      skew30Days: hour === 0 ? null : 0.03,
    })),
    ...changes,
  };
}

function strikes(forward: number, timeToExpiryYears: number): readonly number[] {
  const step = 1.2 * Math.sqrt(timeToExpiryYears) * 0.25;
  return Array.from({ length: 13 }, (_, index) => Math.round(forward * Math.exp(step * (index - 6))));
}
