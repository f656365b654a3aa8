import { expOfSum } from "@/lib/math/expOfSum";
import { uniformOfWord } from "@/lib/math/randomWords";
import { type FilteredColumn, filteredColumn } from "./historyFilter";
import { blockColumn, type FillBlock, intervalsOf, type PathBlock, type PathFault, type PathPlan } from "./PathBlock";
import type { HistoryPathLaw } from "./PathLaw";
import { blockWords, drawWords, SCENARIO_WORDS } from "./pathDraws";
import { cumulantAt, LARGEST_DEVIATION, sampleCumulants } from "./sampleCumulants";

const DAYS_PER_YEAR = 365;
const DECAY = 0.94;
/** Less of a day than this is a rounding. */
const LEAST_DAY = 1e-9;

/** A coin's scenarios under way, and the past that they draw from. */
type Coin = FilteredColumn & {
  readonly cumulants: Float64Array;
  readonly logSpot: Float64Array;
  readonly variances: Float64Array;
};

/**
 * Filtered historical simulation made ready: each day of a path is one of the past, the same for all coins, its residual times the path's own
 * volatility, which is then updated with what the day was. A part of a day is a day's residual times the root of its length.
 * The price is divided by the mean of its day's factor over the sample, so that its mean is 1. The volatility factor is the path's volatility
 * over the one now.
 */
export function historyPaths(
  { returns, decay = DECAY }: HistoryPathLaw,
  { times, seed }: PathPlan,
): FillBlock | PathFault {
  const days = returns[0]?.length ?? 0;
  const columns = returns.map((column) => filteredColumn(column, decay));
  const isComplete = returns.every(({ length }) => length === days) && decay > 0 && decay < 1;
  if (!isComplete || columns.length === 0) return "parameters";
  const coins: Coin[] = [];
  for (const column of columns) {
    if (column === null) return "parameters";
    const cumulants = sampleCumulants(column.residuals);
    coins.push({ ...column, cumulants, logSpot: blockColumn(), variances: blockColumn() });
  }
  const intervals = intervalsOf(times).map((years) => daysOf(years * DAYS_PER_YEAR));
  const words = blockWords();
  const rows = new Int32Array(blockColumn().length);
  return (block) => {
    for (const { logSpot, variances, variance } of coins) {
      logSpot.fill(0);
      variances.fill(variance);
    }
    let drawn = 0;
    for (const [interval, lengths] of intervals.entries()) {
      for (const length of lengths) {
        const place = drawn % SCENARIO_WORDS;
        if (place === 0) drawWords(words, block.first, { purpose: "days", step: drawn / SCENARIO_WORDS, seed });
        drawn += 1;
        for (let index = 0; index < rows.length; index += 1) {
          rows[index] = Math.floor(days * uniformOfWord(words[SCENARIO_WORDS * index + place] as number));
        }
        for (const coin of coins) addDay(coin, rows, { length, decay });
      }
      writeSpots(coins, block, interval);
    }
    writeVolatilities(coins, block);
  };
}

/** Whole days, then the rest of one. */
function daysOf(length: number): readonly number[] {
  const whole = Math.floor(length + LEAST_DAY);
  const rest = length - whole;
  const lengths = Array.from({ length: whole }, () => 1);
  return rest > LEAST_DAY ? [...lengths, rest] : lengths;
}

type Day = { readonly length: number; readonly decay: number };

function addDay({ residuals, cumulants, logSpot, variances }: Coin, rows: Int32Array, { length, decay }: Day): void {
  const weight = (1 - decay) * length;
  for (let index = 0; index < rows.length; index += 1) {
    const variance = variances[index] as number;
    const residual = residuals[rows[index] as number] as number;
    const deviation = Math.min(Math.sqrt(variance * length), LARGEST_DEVIATION);
    logSpot[index] = (logSpot[index] as number) + deviation * residual - cumulantAt(cumulants, deviation);
    variances[index] = variance * (1 + weight * (residual * residual - 1));
  }
}

function writeSpots(coins: readonly Coin[], { skip, offset, count, factors }: PathBlock, interval: number): void {
  for (const [coin, { logSpot }] of coins.entries()) {
    const target = factors.spotFactors[coin]?.[interval] as Float64Array;
    for (let index = 0; index < count; index += 1)
      target[offset + index] = expOfSum(logSpot[skip + index] as number, 0);
  }
}

function writeVolatilities(coins: readonly Coin[], { skip, offset, count, factors }: PathBlock): void {
  for (const [coin, { variances, variance }] of coins.entries()) {
    const target = factors.volatilityFactors[coin] as Float64Array;
    for (let index = 0; index < count; index += 1) {
      target[offset + index] = Math.sqrt((variances[skip + index] as number) / variance);
    }
  }
}
