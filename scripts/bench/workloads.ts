import { randomStream } from "@/lib/math/randomStream";
import { black } from "@/lib/pricing/black";
import type { HestonParameters } from "@/lib/pricing/HestonParameters";

/** Options as columns; `price` is Black's, undiscounted, of the same option. */
export type OptionColumns = {
  readonly forward: Float64Array;
  readonly strike: Float64Array;
  readonly timeToExpiryYears: Float64Array;
  readonly volatility: Float64Array;
  readonly isPut: Uint8Array;
  readonly price: Float64Array;
};

/** Quotes of one expiry. */
export type SliceQuotes = {
  readonly timeToExpiryYears: number;
  readonly forward: number;
  readonly strikes: readonly number[];
  readonly volatilities: readonly number[];
};

const OPTIONS = 4_096;

/** Out-of-the-money options up to two and a half deviations away, a day to two years, 20 to 150 % of volatility. */
export function optionColumns(): OptionColumns {
  const { uniform } = randomStream({ seed: 11 });
  const column = () => new Float64Array(OPTIONS);
  const made = { forward: column(), strike: column(), timeToExpiryYears: column(), volatility: column() };
  const isPut = new Uint8Array(OPTIONS);
  const price = column();
  for (let index = 0; index < OPTIONS; index += 1) {
    const forward = 50 + 100 * uniform();
    const timeToExpiryYears = (1 + 729 * uniform()) / 365;
    const volatility = 0.2 + 1.3 * uniform();
    const strike = forward * Math.exp((5 * uniform() - 2.5) * volatility * Math.sqrt(timeToExpiryYears));
    made.forward[index] = forward;
    made.strike[index] = strike;
    made.timeToExpiryYears[index] = timeToExpiryYears;
    made.volatility[index] = volatility;
    isPut[index] = strike < forward ? 1 : 0;
    price[index] = black({ forward, strike, timeToExpiryYears, volatility, isPut: strike < forward }).price;
  }
  return { ...made, isPut, price };
}

/** A Heston market and ten expiries of twenty strikes. No rates: spot and forward are one. */
export type HestonWorkload = {
  readonly parameters: HestonParameters;
  readonly spot: number;
  readonly expiries: readonly { readonly days: number; readonly strikes: readonly number[] }[];
};

const EXPIRY_DAYS = [7, 14, 28, 56, 91, 150, 210, 365, 540, 730];
const STRIKES = 20;

/** Strikes within two and a half deviations, as a chain of crypto options has them. */
export function hestonWorkload(): HestonWorkload {
  const parameters = {
    initialVariance: 0.36,
    meanReversion: 2.5,
    longRunVariance: 0.3,
    volatilityOfVariance: 0.9,
    correlation: -0.4,
  };
  const spot = 100;
  const expiries = EXPIRY_DAYS.map((days) => {
    const reach = 2.5 * Math.sqrt((parameters.initialVariance * days) / 365);
    const strikes = Array.from({ length: STRIKES }, (_, i) => spot * Math.exp(reach * ((2 * i) / (STRIKES - 1) - 1)));
    return { days, strikes };
  });
  return { parameters, spot, expiries };
}

/** Ten expiries of twenty quotes from one arbitrage-free surface (SSVI, power law), each off by up to a quarter of a point. */
export function sliceQuotes(): readonly SliceQuotes[] {
  const { uniform } = randomStream({ seed: 23 });
  const [rho, eta, gamma] = [-0.35, 0.9, 0.4];
  return EXPIRY_DAYS.map((days) => {
    const timeToExpiryYears = days / 365;
    const theta = 0.34 * timeToExpiryYears + 0.01 * (1 - Math.exp(-4 * timeToExpiryYears));
    const phi = eta / (theta ** gamma * (1 + theta) ** (1 - gamma));
    const forward = 3_400 * Math.exp(0.03 * timeToExpiryYears);
    const quotes = Array.from({ length: STRIKES }, (_, i) => {
      const k = 2.2 * Math.sqrt(theta) * ((2 * i) / (STRIKES - 1) - 1);
      const bend = Math.sqrt((phi * k + rho) ** 2 + 1 - rho ** 2);
      const variance = (theta / 2) * (1 + rho * phi * k + bend);
      const noise = 0.005 * (uniform() - 0.5);
      return { strike: forward * Math.exp(k), volatility: Math.sqrt(variance / timeToExpiryYears) + noise };
    });
    const strikes = quotes.map(({ strike }) => strike);
    return { timeToExpiryYears, forward, strikes, volatilities: quotes.map(({ volatility }) => volatility) };
  });
}

/** Arguments of the normal distribution from far in the lower tail to far in the upper. */
export function normalPoints(): Float64Array {
  const { uniform } = randomStream({ seed: 5 });
  return Float64Array.from({ length: OPTIONS }, () => 16 * uniform() - 8);
}
