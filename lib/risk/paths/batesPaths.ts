import { expOfSum } from "@/lib/math/expOfSum";
import { portableExpm1 } from "@/lib/math/portableFunctions";
import { isBates, isPositive } from "@/lib/pricing/batesRows";
import type { BatesParameters } from "@/lib/pricing/HestonParameters";
import { jointJumps } from "./jointJumps";
import { blockColumn, type FillBlock, intervalsOf, type PathBlock, type PathFault, type PathPlan } from "./PathBlock";
import type { BatesPathLaw } from "./PathLaw";
import { blockWords, correlate, correlationFactor, drawWords, fillNormals } from "./pathDraws";
import { type QeConstants, type QeShocks, type QeState, qeConstants, qeStep } from "./qeStep";

const DAY_YEARS = 1 / 365;

/** A coin's scenarios under way. */
type Coin = {
  readonly parameters: BatesParameters;
  readonly state: QeState;
  readonly words: Int32Array;
  readonly shocks: QeShocks;
};

/** Equal steps from one of the plan's times to the next; constants by coin. */
type Interval = { readonly steps: number; readonly constants: readonly QeConstants[] };

/**
 * Bates's law made ready. Each interval is cut into equal steps no longer than the law's longest; correlated price shocks X and independent
 * ones B give the variance ρX + √(1 − ρ²)·B and the rest of the price √(1 − ρ²)·X − ρB.
 * The volatility factor is √(mean variance over the reference life from v, jumps included, over the same from v₀).
 */
export function batesPaths(law: BatesPathLaw, plan: PathPlan): FillBlock | PathFault {
  const { longestStepYears = DAY_YEARS, referenceYears } = law;
  if (!law.coins.every(isBates) || !isPositive(longestStepYears) || !isPositive(referenceYears)) return "parameters";
  const factor = correlationFactor(law.correlation, law.coins.length);
  const addJumps = jointJumps(law, plan);
  if (factor === null) return "correlation";
  if (typeof addJumps === "string") return addJumps;
  const intervals = intervalsOf(plan.times).map((years): Interval => {
    const steps = Math.max(1, Math.ceil(years / longestStepYears - 1e-9));
    return { steps, constants: law.coins.map((parameters) => qeConstants(parameters, years / steps)) };
  });
  const coins = law.coins.map(coinOf);
  const logSpots = coins.map(({ state }) => state.logSpot);
  const words = coins.map((coin) => coin.words);
  return (block) => {
    const { first } = block;
    for (const { parameters, state } of coins) {
      state.variance.fill(parameters.initialVariance);
      state.logSpot.fill(0);
      state.scale.fill(1);
    }
    let drawn = 0;
    for (const [interval, { steps, constants }] of intervals.entries()) {
      for (let step = 0; step < steps; step += 1) {
        drawShocks(coins, { first, step: drawn++, seed: plan.seed });
        stepCoins(coins, factor, constants);
      }
      for (const [coin, column] of words.entries()) {
        drawWords(column, first, { purpose: "jumps", coin, step: interval, seed: plan.seed });
      }
      addJumps(logSpots, words, { first, interval });
      writeSpots(coins, block, interval);
    }
    for (const [coin, of] of coins.entries()) writeVolatility(of, block, { coin, referenceYears });
  };
}

function coinOf(parameters: BatesParameters): Coin {
  return {
    parameters,
    state: { variance: blockColumn(), logSpot: blockColumn(), scale: blockColumn() },
    words: blockWords(),
    shocks: { ofVariance: blockColumn(), ofPrice: blockColumn() },
  };
}

type ShockDraw = { readonly first: number; readonly step: number; readonly seed: number };

function drawShocks(coins: readonly Coin[], { first, step, seed }: ShockDraw): void {
  for (const [coin, { shocks, words }] of coins.entries()) {
    drawWords(words, first, { purpose: "shocks", coin, step, seed });
    fillNormals(shocks.ofPrice, words, 0);
    fillNormals(shocks.ofVariance, words, 1);
  }
}

function stepCoins(coins: readonly Coin[], factor: Float64Array, constants: readonly QeConstants[]): void {
  correlate(
    coins.map(({ shocks }) => shocks.ofPrice),
    factor,
  );
  for (const [coin, { parameters, shocks, state }] of coins.entries()) {
    turn(shocks, parameters.correlation);
    qeStep(state, constants[coin] as QeConstants, shocks);
  }
}

/** From the whole price's shock and an independent one to the variance's and what the price has besides. */
function turn({ ofPrice, ofVariance }: QeShocks, correlation: number): void {
  const rest = Math.sqrt(1 - correlation * correlation);
  for (let index = 0; index < ofPrice.length; index += 1) {
    const whole = ofPrice[index] as number;
    const independent = ofVariance[index] as number;
    ofVariance[index] = correlation * whole + rest * independent;
    ofPrice[index] = rest * whole - correlation * independent;
  }
}

function writeSpots(coins: readonly Coin[], { skip, offset, count, factors }: PathBlock, interval: number): void {
  for (const [coin, { state }] of coins.entries()) {
    const { logSpot, scale } = state;
    const target = factors.spotFactors[coin]?.[interval] as Float64Array;
    for (let index = 0; index < count; index += 1) {
      target[offset + index] = expOfSum(logSpot[skip + index] as number, 0) * Math.sqrt(scale[skip + index] as number);
    }
  }
}

type VolatilityOf = { readonly coin: number; readonly referenceYears: number };

function writeVolatility(
  { parameters, state }: Coin,
  { skip, offset, count, factors }: PathBlock,
  { coin, referenceYears }: VolatilityOf,
): void {
  const { initialVariance, longRunVariance, meanReversion, jumpIntensity, meanLogJump, jumpDeviation } = parameters;
  const weight = -portableExpm1(-meanReversion * referenceYears) / (meanReversion * referenceYears);
  const level =
    longRunVariance * (1 - weight) + jumpIntensity * (meanLogJump * meanLogJump + jumpDeviation * jumpDeviation);
  const target = factors.volatilityFactors[coin] as Float64Array;
  const now = level + weight * initialVariance;
  for (let index = 0; index < count; index += 1) {
    target[offset + index] = now > 0 ? Math.sqrt((level + weight * (state.variance[skip + index] as number)) / now) : 1;
  }
}
