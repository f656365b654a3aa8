import type { VolatilityQuote } from "@/lib/pricing/Calibration";
import { DAX_CHAIN } from "./daxChain";

/** The chain as our calibration takes it: maturities in whole weeks, as the published fits have them, and forwards by the zero rates. */
export function daxQuotes(): readonly VolatilityQuote[] {
  const { spot, days, strikes, volatilities } = DAX_CHAIN;
  return strikes.flatMap((strike, row) =>
    days.map((listed, column): VolatilityQuote => {
      const maturityDays = 7 * Math.floor((listed + 3) / 7);
      const timeToExpiryYears = maturityDays / 365;
      const forward = spot * Math.exp(zeroRate(maturityDays) * timeToExpiryYears);
      return { forward, strike, timeToExpiryYears, volatility: volatilities[row]?.[column] ?? Number.NaN };
    }),
  );
}

/** Linear in time between the listed rates, level before the first. */
function zeroRate(maturityDays: number): number {
  const { days, zeroRates } = DAX_CHAIN;
  const next = days.findIndex((day) => day >= maturityDays);
  const [from, to] = [next - 1, next].map((index) => ({ day: days[index] ?? 0, rate: zeroRates[index] }));
  if (to?.rate === undefined) return Number.NaN;
  if (from?.rate === undefined) return zeroRates[0];
  return from.rate + ((to.rate - from.rate) * (maturityDays - from.day)) / (to.day - from.day);
}
