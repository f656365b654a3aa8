import type { Calibration, VolatilityQuote } from "@/lib/pricing/Calibration";
import { calibrateBates } from "@/lib/pricing/calibrateBates";
import { calibrateHeston } from "@/lib/pricing/calibrateHeston";
import { numberOf, rowOf } from "./row";
import { type Measured, missed, type Row } from "./Scorer";

/** What the sum of squares may exceed the published one by: 177.3 and 38 for the chain of 5 July 2002. */
const HESTON_ROOM = 0.1;
const BATES_ROOM = 1.4;
const MATURITY_RULE = "Period((int)((t+3)/7), Weeks) rolled on TARGET";

/**
 * Set calibration_dax, one chain a file: the sums of squares, in volatility points, that Heston's and Bates's model are fitted to. Maturities are
 * whole weeks by the file's rule, rates linear between the listed days and level before the first.
 */
export function scoreDax(file: Row): readonly Measured[] {
  if (file.maturity_rule !== MATURITY_RULE) return [missed("maturity_rule", "no rule of that name")];
  const quotes = quotesOf(file);
  if (quotes === null) return [missed("quotes", "days, rates, strikes and volatilities do not fit together")];
  const expected = rowOf(file, "expected");
  return [
    sumOfSquares("Heston", calibrateHeston(quotes), numberOf(expected, "heston_sse_volpts2") + HESTON_ROOM),
    sumOfSquares("Bates", calibrateBates(quotes), numberOf(expected, "bates_sse") + BATES_ROOM),
  ];
}

function sumOfSquares(model: string, fit: Calibration<unknown>, most: number): Measured {
  const what = `${model}'s sum of squares`;
  if (!fit.ok) return missed(what, `refused: ${fit.reason}`);
  return most > 0 ? { what, error: fit.sse / most } : missed(what, "nothing is expected of it");
}

function quotesOf(file: Row): readonly VolatilityQuote[] | null {
  const days = numbersOf(file.days);
  const rates = numbersOf(file.zero_rates);
  const strikes = numbersOf(file.strikes);
  const rows = Array.isArray(file.vols_row_per_strike) ? file.vols_row_per_strike.map(numbersOf) : [];
  const isWhole =
    days.length > 0 && strikes.length > 0 && rates.length === days.length && rows.length === strikes.length;
  if (!isWhole || rows.some((row) => row.length !== days.length)) return null;
  const [spot, carryYield] = [numberOf(file, "S0"), numberOf(file, "q")];
  const quotes = strikes.flatMap((strike, row) =>
    days.map((listed, column): VolatilityQuote => {
      const maturity = 7 * Math.trunc((listed + 3) / 7);
      const timeToExpiryYears = maturity / 365;
      const forward = spot * Math.exp((rateAt(maturity, days, rates) - carryYield) * timeToExpiryYears);
      return { forward, strike, timeToExpiryYears, volatility: rows[row]?.[column] ?? Number.NaN };
    }),
  );
  return quotes.some((quote) => Object.values(quote).some(Number.isNaN)) ? null : quotes;
}

function numbersOf(value: unknown): readonly number[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "number") ? value : [];
}

function rateAt(maturity: number, days: readonly number[], rates: readonly number[]): number {
  const next = days.findIndex((day) => day >= maturity);
  if (next === 0) return rates[0] ?? Number.NaN;
  const after = next < 0 ? days.length - 1 : next;
  const [from = Number.NaN, to = Number.NaN] = [days[after - 1], days[after]];
  const [low = Number.NaN, high = Number.NaN] = [rates[after - 1], rates[after]];
  return next < 0 ? high : low + ((high - low) * (maturity - from)) / (to - from);
}
