import { normalCdf } from "@/lib/math/normal";
import { blackBatch } from "@/lib/pricing/blackBatch";
import { calibrateBates } from "@/lib/pricing/calibrateBates";
import { calibrateHeston } from "@/lib/pricing/calibrateHeston";
import { fitSurface } from "@/lib/pricing/fitSurface";
import { hestonPrices } from "@/lib/pricing/hestonStrip";
import { impliedVolatilityBatch } from "@/lib/pricing/impliedVolatilityBatch";
import { atmVolatility } from "@/lib/pricing/surfaceVolatility";
import { daxQuotes } from "./daxQuotes";
import type { Work } from "./measure";
import { batesPathsWork, mertonPathsWork } from "./pathTasks";
import { RISK_TASKS, type RiskTaskName } from "./riskTasks";
import { type Task, within } from "./Task";
import { hestonWorkload, normalPoints, optionColumns, sliceQuotes } from "./workloads";

export type TaskName =
  | "normalCdf"
  | "black"
  | "impliedVolatility"
  | "hestonStrips"
  | "sviSurface"
  | "hestonCalibration"
  | "batesCalibration"
  | "mertonPaths"
  | "batesPaths"
  | RiskTaskName;

/** A calibration may fit better than QuantLib's, never worse than its published error. */
const atMost = (sse: number) => (ours: number) => ours <= sse;

/** Four standard errors of the difference of two samples: of a million paths each, and of a million and the peer's fifth of it. */
const [TAIL_ERROR, STRADDLE_ERROR] = [0.01, 0.009];

/** The rows of the table. Goals are ratios measured against QuantLib 1.29; sums agree as far as QuantLib's own method is exact. */
export const TASKS: Readonly<Record<TaskName, Task>> = {
  normalCdf: { goal: null, agreement: within(1e-14), work: normalWork },
  black: { goal: 3, agreement: within(1e-12), work: blackWork },
  impliedVolatility: { goal: 5, agreement: within(1e-9), work: impliedVolatilityWork },
  hestonStrips: { goal: 10, agreement: within(1e-4), work: hestonWork },
  sviSurface: { goal: 0.5, agreement: within(5e-3), work: surfaceWork },
  hestonCalibration: { goal: 12, agreement: atMost(177.3), work: calibrationWork(calibrateHeston) },
  batesCalibration: { goal: 15, agreement: atMost(38.9), work: calibrationWork(calibrateBates) },
  mertonPaths: { goal: 5, agreement: within(TAIL_ERROR), isPortable: true, work: mertonPathsWork },
  batesPaths: { goal: 6, agreement: within(STRADDLE_ERROR), isPortable: true, work: batesPathsWork },
  ...RISK_TASKS,
};

/** A task made ready: its workload is built once, outside of what is timed. */
export function workOf(name: TaskName): Work {
  return TASKS[name].work();
}

function normalWork(): Work {
  const points = normalPoints();
  const run = () => {
    let sum = 0;
    for (const x of points) sum += normalCdf(x);
    return sum;
  };
  return { items: points.length, run };
}

function blackWork(): Work {
  const { price: _, ...options } = optionColumns();
  const items = options.forward.length;
  const column = () => new Float64Array(items);
  const values = { price: column(), delta: column(), gamma: column(), vega: column(), theta: column() };
  const run = () => {
    blackBatch(options, values);
    return sumOf(Object.values(values));
  };
  return { items, run };
}

function impliedVolatilityWork(): Work {
  const { volatility: _, ...options } = optionColumns();
  const run = () => sumOf([impliedVolatilityBatch(options).volatility]);
  return { items: options.forward.length, run };
}

function hestonWork(): Work {
  const { parameters, spot, expiries } = hestonWorkload();
  const strips = expiries.map(({ days, strikes }) => ({
    forward: spot,
    timeToExpiryYears: days / 365,
    strikes,
    isPut: strikes.map((strike) => strike < spot),
  }));
  return { items: 1, run: () => sumOf(strips.map((strip) => hestonPrices(parameters, strip))) };
}

function surfaceWork(): Work {
  const slices = sliceQuotes().map(({ strikes, volatilities, ...expiry }) => ({
    ...expiry,
    quotes: strikes.map((strike, index) => ({ strike, volatility: volatilities[index] ?? Number.NaN })),
  }));
  const run = () => {
    const fitted = fitSurface({ slices });
    if (!fitted.ok) return Number.NaN;
    return slices.reduce((sum, { timeToExpiryYears }) => sum + atmVolatility(fitted.surface, timeToExpiryYears), 0);
  };
  return { items: 1, run };
}

function calibrationWork(calibrate: typeof calibrateHeston | typeof calibrateBates): () => Work {
  return () => {
    const quotes = daxQuotes();
    const run = () => {
      const found = calibrate(quotes);
      return found.ok ? found.sse : Number.NaN;
    };
    return { items: 1, run };
  };
}

/** Sums by index: an iterator would take about as long as the pricing that is timed. */
function sumOf(columns: readonly Float64Array[]): number {
  return columns.reduce((sum, column) => sum + sumOfColumn(column), 0);
}

/** Four sums side by side: one alone waits for each of its additions. */
function sumOfColumn(column: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let index = 0; index + 3 < column.length; index += 4) {
    a += column[index] as number;
    b += column[index + 1] as number;
    c += column[index + 2] as number;
    d += column[index + 3] as number;
  }
  for (let index = column.length - (column.length % 4); index < column.length; index += 1) a += column[index] as number;
  return a + b + (c + d);
}
