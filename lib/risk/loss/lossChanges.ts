import { bookValue, bookValues } from "../bookValues";
import type { PathFactors } from "../paths/PathBlock";
import { type PathSimulator, pathSimulator, type ScenarioRange } from "../paths/pathSimulator";
import type { RiskBook } from "../RiskBook";
import type { ScenarioColumns } from "../ScenarioColumns";
import { scenarioValues } from "../scenarioValues";
import { summedColumns } from "../tail/shortfallContributions";
import type { LossChanges, LossFactor, LossQuestion } from "./LossQuestion";
import { splitBook } from "./splitBook";

/** The changes of a range of scenarios, or why the law has none: see {@link pathSimulator}. */
export type LossChangesResult =
  | { readonly ok: true; readonly changes: LossChanges }
  | { readonly ok: false; readonly reason: Extract<PathSimulator, { ok: false }>["reason"] };

/** What moves a book, in the order of `LossChanges.factors`: time, each coin's price and volatility, and what only their meeting makes. */
export function lossFactors({ coins }: Pick<RiskBook, "coins">): readonly LossFactor[] {
  const moving = coins.flatMap(({ symbol }): LossFactor[] => [
    { kind: "price", coin: symbol },
    { kind: "volatility", coin: symbol },
  ]);
  return [{ kind: "time" }, ...moving, { kind: "together" }];
}

/**
 * Change in value of every piece of a book over the horizon, scenario by scenario, each option revalued; options that expire on the way settle
 * at their expiry's price of the same path. A factor's change is that of the whole book with it alone on top of the time that passes.
 * Scenario i is the same in whatever range it is asked for.
 */
export function lossChanges(question: LossQuestion, range: ScenarioRange): LossChangesResult {
  const simulated = simulatedColumns(question, range);
  if (!simulated.ok) return simulated;
  const { columns } = simulated;
  const pieces = changesOf(splitBook(question.book).book, columns, question.rule);
  return { ok: true, changes: { pieces, factors: factorChanges(question, { columns, total: summedColumns(pieces) }) } };
}

/** Changes in value of each part, or why the law has none. */
export type PartChangesResult =
  | { readonly ok: true; readonly parts: readonly Float64Array[] }
  | Extract<LossChangesResult, { ok: false }>;

/** The change of each part of a book in the same scenarios, without what moved it: what amounts of the parts are weighed by. */
export function partChanges(question: LossQuestion, range: ScenarioRange): PartChangesResult {
  const simulated = simulatedColumns(question, range);
  return simulated.ok
    ? { ok: true, parts: changesOf(question.book, simulated.columns, question.rule) }
    : { ok: false, reason: simulated.reason };
}

type SimulatedColumns =
  | { readonly ok: true; readonly columns: ScenarioColumns }
  | Extract<LossChangesResult, { ok: false }>;

function simulatedColumns(question: LossQuestion, range: ScenarioRange): SimulatedColumns {
  const { law, seed } = question;
  const times = pathTimes(question);
  const paths = pathSimulator({ law, times, seed });
  if (!paths.ok) return paths;
  const columns = scenarioColumns(question, { times, factors: paths.simulate(range), count: range.count });
  return { ok: true, columns };
}

function changesOf(book: RiskBook, columns: ScenarioColumns, rule: LossQuestion["rule"]): readonly Float64Array[] {
  const now = bookValues(book);
  return scenarioValues(book, columns, rule).map((values, part) => less(values, now[part] ?? Number.NaN));
}

/** Expiries on the way, and the horizon last. */
function pathTimes({ book, horizonYears }: LossQuestion): readonly number[] {
  const expiries = book.parts.flatMap(({ legs }) => legs.map(({ timeToExpiryYears }) => timeToExpiryYears));
  const passed = expiries.filter((years) => years > 0 && years < horizonYears);
  return [...new Set([...passed, horizonYears])].sort((a, b) => a - b);
}

type Simulated = { readonly times: readonly number[]; readonly factors: PathFactors; readonly count: number };

function scenarioColumns({ book, horizonYears }: LossQuestion, { times, factors, count }: Simulated): ScenarioColumns {
  const spotsAt = (coin: number, time: number) =>
    (factors.spotFactors[coin]?.[time] ?? new Float64Array(count)).map(
      (factor) => factor * (book.coins[coin]?.spot ?? 0),
    );
  return {
    count,
    elapsedYears: horizonYears,
    spots: book.coins.map((_, coin) => spotsAt(coin, times.length - 1)),
    volatilityFactors: book.coins.map((_, coin) => factors.volatilityFactors[coin] ?? new Float64Array(count).fill(1)),
    settlements: book.coins.flatMap((own, coin) => [
      // What has expired and is not settled yet settles now.
      { coin, timeYears: 0, spots: Float64Array.of(own.spot) },
      ...times.map((timeYears, time) => ({ coin, timeYears, spots: spotsAt(coin, time) })),
    ]),
  };
}

/** Which of a coin's columns move. */
type Moving = { readonly price: number | null; readonly volatility: number | null };

function held(book: RiskBook, columns: ScenarioColumns, moving: Moving): ScenarioColumns {
  const still = book.coins.map(({ spot }) => Float64Array.of(spot));
  const ones = Float64Array.of(1);
  const spotsOf = (coin: number, own: Float64Array) => (coin === moving.price ? own : (still[coin] ?? own));
  return {
    ...columns,
    spots: columns.spots.map((own, coin) => spotsOf(coin, own)),
    volatilityFactors: columns.volatilityFactors.map((own, coin) => (coin === moving.volatility ? own : ones)),
    settlements: columns.settlements.map((one) => ({ ...one, spots: spotsOf(one.coin, one.spots) })),
  };
}

type Whole = { readonly columns: ScenarioColumns; readonly total: Float64Array };

function factorChanges({ book, rule }: LossQuestion, { columns, total }: Whole): readonly Float64Array[] {
  const valuesWith = (moving: Moving) => summedColumns(scenarioValues(book, held(book, columns, moving), rule));
  const later = valuesWith({ price: null, volatility: null });
  const base = later[0] ?? Number.NaN;
  const time = less(later, bookValue(book));
  const moved = book.coins.flatMap((_, coin) => [
    less(valuesWith({ price: coin, volatility: null }), base),
    less(valuesWith({ price: null, volatility: coin }), base),
  ]);
  const together = total.map((change, index) =>
    [time, ...moved].reduce((rest, factor) => rest - (factor[index] ?? Number.NaN), change),
  );
  return [time, ...moved, together];
}

function less(values: Float64Array, level: number): Float64Array {
  return values.map((value) => value - level);
}
