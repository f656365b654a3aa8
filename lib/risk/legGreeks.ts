import { blackBatch } from "@/lib/pricing/blackBatch";
import type { BlackValues } from "@/lib/pricing/blackBlock";
import type { PriceOptions } from "@/lib/pricing/blackPrices";
import { type SmileSection, sectionSlope } from "@/lib/pricing/smileSection";
import { smileSections } from "./plannedLegs";
import type { RiskBook } from "./RiskBook";

/** Every leg of a book as an option on one coin, in the book's order, part after part. */
export type LegColumns = PriceOptions & {
  /** ∂σ/∂k of the coin's smile at the leg's strike; 0 without a surface. */
  readonly slope: Float64Array;
};

/** Price and Greeks of every leg on one whole coin, raw, at its own volatility. */
export type LegGreeks = BlackValues & {
  /** Delta where the smile moves along with the price; `delta` itself where there is none. */
  readonly stickyDelta: Float64Array;
};

/** The legs of a book as columns; those of a part of no coin, which has none, would be left out. */
export function legColumns({ coins, parts }: RiskBook): LegColumns {
  const count = parts.reduce((sum, { coin, legs }) => sum + (coins[coin] === undefined ? 0 : legs.length), 0);
  const columns = emptyColumns(count);
  const sections = coins.map(smileSections);
  let place = 0;
  for (const { coin: index, legs } of parts) {
    const coin = coins[index];
    const sectionOf = sections[index];
    if (coin === undefined || sectionOf === undefined) continue;
    let [years, section]: [number, SmileSection | null] = [Number.NaN, null];
    for (const { isPut, strike, timeToExpiryYears, volatility } of legs) {
      if (timeToExpiryYears !== years) [years, section] = [timeToExpiryYears, sectionOf(timeToExpiryYears)];
      columns.forward[place] = coin.spot;
      columns.strike[place] = strike;
      columns.timeToExpiryYears[place] = timeToExpiryYears;
      columns.volatility[place] = volatility;
      columns.isPut[place] = isPut ? 1 : 0;
      columns.slope[place] = section === null ? 0 : sectionSlope(section, Math.log(strike / coin.spot)).slope;
      place += 1;
    }
  }
  return columns;
}

/** Price, delta, gamma, vega and theta of all legs in one batch, to the last bit those of Black's formula, and the delta of a smile that moves along. */
export function legGreeks(columns: LegColumns): LegGreeks {
  const { slope, ...options } = columns;
  const values = blackBatch(options);
  const { delta, vega } = values;
  const stickyDelta = new Float64Array(delta.length);
  for (let leg = 0; leg < delta.length; leg += 1) {
    const turn = ((vega[leg] as number) * (slope[leg] as number)) / (options.forward[leg] as number);
    stickyDelta[leg] = (delta[leg] as number) - turn;
  }
  return { ...values, stickyDelta };
}

function emptyColumns(count: number): LegColumns {
  const column = () => new Float64Array(count);
  const [forward, strike, timeToExpiryYears, volatility] = [column(), column(), column(), column()];
  return { forward, strike, timeToExpiryYears, volatility, isPut: new Uint8Array(count), slope: column() };
}
