import type { Coin } from "../prices/MarketLaw";

/** An option as its name tells it. `expiry` in Unix seconds, at 08:00 UTC. */
export type Instrument = {
  readonly coin: Coin;
  readonly expiry: number;
  readonly strike: number;
  readonly isPut: boolean;
};

const MONTHS: readonly string[] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const FORM = /^(ETH|BTC)-(\d{1,2})([A-Z]{3})(\d{2})-(\d{1,7})-([CP])$/;
const HOUR_OF_EXPIRY = 8;

/** ETH-27NOV26-3400-P. */
export function instrumentName({ coin, expiry, strike, isPut }: Instrument): string {
  return `${coin}-${expiryName(expiry)}-${strike}-${isPut ? "P" : "C"}`;
}

/** 27NOV26; the day without a leading zero. */
export function expiryName(expiry: number): string {
  const date = new Date(expiry * 1_000);
  return `${date.getUTCDate()}${MONTHS[date.getUTCMonth()]}${String(date.getUTCFullYear() % 100).padStart(2, "0")}`;
}

/** The option of a name; null when the text is none. */
export function parseInstrumentName(text: string): Instrument | null {
  const [, coin, day, month, year, strike, kind] = FORM.exec(text) ?? [];
  const monthIndex = MONTHS.indexOf(month ?? "");
  if (coin === undefined || monthIndex < 0) return null;
  const expiry = Date.UTC(2_000 + Number(year), monthIndex, Number(day), HOUR_OF_EXPIRY) / 1_000;
  const instrument = { coin: coin as Coin, expiry, strike: Number(strike), isPut: kind === "P" };
  return instrumentName(instrument) === text ? instrument : null;
}
