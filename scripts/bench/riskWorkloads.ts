import { randomStream } from "@/lib/math/randomStream";
import { ssviToRaw } from "@/lib/pricing/ssvi";
import { strikeVolatility } from "@/lib/pricing/surfaceVolatility";
import type { VolatilitySurface } from "@/lib/pricing/VolatilitySurface";
import type { BookLeg, RiskBook } from "@/lib/risk/RiskBook";
import type { ScenarioColumns } from "@/lib/risk/ScenarioColumns";

const COINS = [
  { symbol: "ETH", spot: 3_400, volatility: 0.7 },
  { symbol: "BTC", spot: 94_000, volatility: 0.5 },
] as const;
const EXPIRY_DAYS = [7, 14, 28, 56, 91, 182];
const VAULTS = 20;
const SCENARIOS = 100_000;
const HORIZON_YEARS = 1 / 365;

/** Relative moves of the price and moves of volatility, nine by nine. */
export const GRID_AXES = {
  spotMoves: [-0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4],
  volatilityMoves: [-0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2, 0.3, 0.4],
} as const;

/**
 * A book of two coins in twenty vaults, each with options of one expiry between two deviations below and above, mostly sold, at
 * the volatilities of its coin's surface.
 */
export function benchBook(legs: number): RiskBook {
  const { uniform } = randomStream({ seed: 41 });
  const coins = COINS.map(({ symbol, spot, volatility }) => ({
    symbol,
    spot,
    surface: benchSurface(spot, volatility),
  }));
  const parts = Array.from({ length: VAULTS }, (_, vault) => {
    const coin = vault % COINS.length;
    const { spot = Number.NaN, surface = { slices: [] } } = coins[coin] ?? {};
    const timeToExpiryYears = (EXPIRY_DAYS[vault % EXPIRY_DAYS.length] ?? Number.NaN) / 365;
    const reach = 2 * (COINS[coin]?.volatility ?? Number.NaN) * Math.sqrt(timeToExpiryYears);
    const leg = (): BookLeg => {
      const strike = spot * Math.exp(reach * (2 * uniform() - 1));
      const volatility = strikeVolatility(surface, { strike, timeToExpiryYears, forward: spot });
      return { isPut: strike < spot, strike, size: uniform() - 0.8, timeToExpiryYears, volatility };
    };
    return {
      ...{ id: `${vault}`, name: `${vault}`, coin, coinUnits: 3, quoteUnits: 10_000, quote: "USDC" },
      settlesIn: vault % 3 === 0 ? ("underlying" as const) : ("quote" as const),
      legs: Array.from({ length: legs / VAULTS }, leg),
    };
  });
  return { coins, parts };
}

/** One lean surface: SSVI with φ = η/√θ. */
function benchSurface(forward: number, volatility: number): VolatilitySurface {
  const slices = EXPIRY_DAYS.map((days) => {
    const timeToExpiryYears = days / 365;
    const theta = volatility * volatility * timeToExpiryYears;
    const svi = ssviToRaw({ theta, rho: -0.3, phi: 0.8 / Math.sqrt(theta) });
    return { timeToExpiryYears, forward, svi, fit: { quotes: 0, rmsVolatility: 0, worstVolatility: 0 } };
  });
  return { slices };
}

/** A day's random markets of both coins, the second moving half along with the first. Options live on beyond it. */
export function benchScenarios(): ScenarioColumns {
  const { normal } = randomStream({ seed: 43 });
  const column = () => new Float64Array(SCENARIOS);
  const spots = COINS.map(column);
  const volatilityFactors = COINS.map(column);
  for (let place = 0; place < SCENARIOS; place += 1) {
    const common = normal();
    COINS.forEach(({ spot, volatility }, coin) => {
      const own = Math.SQRT1_2 * (common + normal());
      (spots[coin] as Float64Array)[place] = spot * Math.exp(2 * volatility * Math.sqrt(HORIZON_YEARS) * own);
      (volatilityFactors[coin] as Float64Array)[place] = Math.exp(0.1 * normal() - 0.1 * own);
    });
  }
  return { count: SCENARIOS, elapsedYears: HORIZON_YEARS, spots, volatilityFactors, settlements: [] };
}
