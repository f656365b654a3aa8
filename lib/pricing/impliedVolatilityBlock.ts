import { fillLogsOfRatios } from "@/lib/math/fillLogs";
import { admitPrices } from "./admitPrices";
import { type DeviationWork, deviationWork } from "./DeviationWork";
import { IMPLIED_VOLATILITY_STATUS, type ImpliedVolatilityTask } from "./ImpliedVolatilityTask";
import { preciseImpliedVolatility } from "./preciseImpliedVolatility";
import { startDeviations } from "./startDeviations";
import { stepDeviations } from "./stepDeviations";

/** A step this small in relation to s leaves less than a rounding of it, because each is followed by about its fourth power. Chooses the path. */
const CLOSE = 1e-4;
const MOST_ROUNDS = 12;
/** A step may halve s or treble it. */
const MOST_DOWN = 0.5;
const MOST_UP = 2;
/** Below it a square's remainder is lost to subnormal numbers. */
const TINY = 1e-280;
const SPLITTER = 134217729;

const work = deviationWork();

/**
 * Implied volatilities of the options at `from` and the `count` − 1 after it, at most a block: the one implementation behind the single
 * option and the batch. Those that are admitted are stepped towards their prices together until each is there, usually two
 * rounds. Domain, refusals and error: {@link impliedVolatility}.
 */
export function fillImpliedVolatilityBlock(task: ImpliedVolatilityTask, from: number, count: number): void {
  admitPrices(task, { from, count }, work);
  fillLogsOfRatios(work.moneyness, 0, work.count);
  startDeviations(work);
  work.doneCount = 0;
  for (let round = 0; round < MOST_ROUNDS && work.count > 0; round += 1) {
    stepDeviations(work);
    settle(work);
  }
  for (let index = 0; index < work.count; index += 1) leave(work, index);
  fillVolatilities(task);
  for (let index = 0; index < work.hardCount; index += 1) fillPrecisely(task, work.hardPlace[index] as number);
}

/** Takes out what has arrived, moves the rest by its step, and closes the gaps. */
function settle(columns: DeviationWork): void {
  const { deviation: deviations, step: steps, place, donePlace, doneDeviation, doneStep } = columns;
  let kept = 0;
  for (let index = 0; index < columns.count; index += 1) {
    const deviation = deviations[index] as number;
    const step = steps[index] as number;
    if (Math.abs(step) <= CLOSE * deviation) {
      donePlace[columns.doneCount] = place[index] as number;
      doneDeviation[columns.doneCount] = deviation;
      doneStep[columns.doneCount] = step;
      columns.doneCount += 1;
    } else if (Number.isNaN(step)) leave(columns, index);
    else {
      deviations[index] = deviation + Math.min(MOST_UP * deviation, Math.max(-MOST_DOWN * deviation, step));
      if (kept < index) keep(columns, index, kept);
      kept += 1;
    }
  }
  columns.count = kept;
}

/** To the double-double engine. */
function leave(columns: DeviationWork, index: number): void {
  columns.hardPlace[columns.hardCount] = columns.place[index] as number;
  columns.hardCount += 1;
}

function keep(columns: DeviationWork, from: number, to: number): void {
  columns.place[to] = columns.place[from] as number;
  columns.moneyness.high[to] = columns.moneyness.high[from] as number;
  columns.moneyness.low[to] = columns.moneyness.low[from] as number;
  columns.share[to] = columns.share[from] as number;
  columns.shareRest[to] = columns.shareRest[from] as number;
  columns.complement[to] = columns.complement[from] as number;
  columns.deviation[to] = columns.deviation[from] as number;
}

/** σ = (s + step)/√T with the remainders of root, sum and quotient made good, so that one rounding is left. */
function fillVolatilities({ options, values }: ImpliedVolatilityTask): void {
  const { timeToExpiryYears } = options;
  const { volatility } = values;
  const { doneCount, donePlace, doneDeviation, doneStep } = work;
  for (let index = 0; index < doneCount; index += 1) {
    const place = donePlace[index] as number;
    const time = timeToExpiryYears[place] as number;
    const deviation = doneDeviation[index] as number;
    const step = doneStep[index] as number;
    const root = Math.sqrt(time);
    const sum = deviation + step;
    const sumRest = step - (sum - deviation);
    const quotient = sum / root;
    const head = SPLITTER * root - (SPLITTER * root - root);
    const tail = root - head;
    const lostInSquare = root * root - head * head - 2 * head * tail - tail * tail;
    const rootRest = time > TINY ? (0.5 * (time - root * root + lostInSquare)) / root : 0;
    const quotientHead = SPLITTER * quotient - (SPLITTER * quotient - quotient);
    const quotientTail = quotient - quotientHead;
    const product = quotient * root;
    const lost = quotientTail * tail - (product - quotientHead * head - quotientTail * head - quotientHead * tail);
    volatility[place] = quotient + (sum - product - lost + sumRest - quotient * rootRest) / root;
  }
}

function fillPrecisely({ options, values }: ImpliedVolatilityTask, place: number): void {
  const volatility = preciseImpliedVolatility({
    price: options.price[place] as number,
    forward: options.forward[place] as number,
    strike: options.strike[place] as number,
    timeToExpiryYears: options.timeToExpiryYears[place] as number,
    discount: options.discount[place] as number,
    isPut: options.isPut[place] === 1,
  });
  const isNumber = volatility >= 0 && volatility < Number.POSITIVE_INFINITY;
  values.volatility[place] = isNumber ? volatility : Number.NaN;
  if (!isNumber) values.status[place] = IMPLIED_VOLATILITY_STATUS.notANumber;
}
