import { invariant } from "@/lib/errors/invariant";
import { addBlackPrices, type PricedMarkets } from "@/lib/pricing/addBlackPrices";
import { LOWEST_VOLATILITY } from "@/lib/pricing/shiftedModel";
import type { SmileRule } from "./MarketMove";
import { fillRuledVolatilities } from "./plannedLegs";
import type { RiskBook } from "./RiskBook";
import type { ScenarioColumns } from "./ScenarioColumns";
import { type CoinBlock, coinBlocks, loadCoinBlock, SCENARIO_BLOCK } from "./scenarioBlock";
import { type LiveLeg, type PlannedPart, type ScenarioPlan, scenarioPlan } from "./scenarioPlan";
import { addSettled } from "./settledLegs";

/**
 * Dollars that each part of a book is worth in each scenario, every option revalued: one column a part, in the book's order.
 *
 * An option that lives at the horizon is worth Black's price at the horizon's spot, the time it has left, and its volatility by `rule` times the
 * scenario's factor, of which {@link LOWEST_VOLATILITY} is the least. One whose expiry comes before has settled at that expiry's spot: paid
 * in the quote it stays that sum, paid in coin it is so many coins at the horizon's spot.
 */
export function scenarioValues(
  book: RiskBook,
  columns: ScenarioColumns,
  rule: SmileRule = "stickyStrike",
): Float64Array[] {
  const values = book.parts.map(() => new Float64Array(columns.count));
  fillScenarioValues(scenarioPlan(book, columns.elapsedYears, rule), columns, values);
  return values;
}

/** {@link scenarioValues} into columns that are there already, for scenarios that come chunk by chunk. Allocates nothing the size of a chunk. */
export function fillScenarioValues(
  plan: ScenarioPlan,
  columns: ScenarioColumns,
  values: readonly Float64Array[],
): void {
  invariant(plan.elapsedYears === columns.elapsedYears, "the plan's horizon");
  const blocks = coinBlocks(columns, plan.coins.length);
  for (let from = 0; from < columns.count; from += SCENARIO_BLOCK) {
    const count = Math.min(SCENARIO_BLOCK, columns.count - from);
    for (const block of blocks) if (from === 0 || !block.isHeld) loadCoinBlock(block, from, count);
    plan.parts.forEach((part, index) => {
      const value = values[index];
      invariant(value !== undefined && value.length >= columns.count, "a column a part, as long as the scenarios");
      const block = blocks[part.part.coin];
      if (block === undefined) value.fill(part.part.quoteUnits, from, from + count);
      else if (!block.isHeld) fillPart(part, { block, columns, from, count }, value);
      else if (from === 0) {
        fillPart(part, { block, columns, from, count: 1 }, value);
        value.fill(value[0] as number, 0, columns.count);
      }
    });
  }
}

type PartBlock = {
  readonly block: CoinBlock;
  readonly columns: ScenarioColumns;
  readonly from: number;
  readonly count: number;
};

/** The markets of the block in hand, for one leg after another. */
const sum = new Float64Array(SCENARIO_BLOCK);
const deviation = new Float64Array(SCENARIO_BLOCK);

function fillPart({ part, live, settled }: PlannedPart, at: PartBlock, value: Float64Array): void {
  const { block, columns, from, count } = at;
  const { spot, logSpot } = block;
  const markets: PricedMarkets = { forward: spot, logForward: logSpot, deviation, sum };
  sum.fill(part.quoteUnits, 0, count);
  for (const one of live) {
    fillDeviations(one, block, count);
    addBlackPrices(markets, one.leg, count);
  }
  for (const leg of settled) addSettled({ leg, part, block, columns }, { from, count, sum });
  const { coinUnits } = part;
  for (let index = 0; index < count; index += 1)
    value[from + index] = (sum[index] as number) + coinUnits * (spot[index] as number);
}

/** σ·factor·√T, σ by the smile's rule; the factor takes no volatility below the lowest. */
function fillDeviations({ leg, rootOfTime }: LiveLeg, { logSpot, factor }: CoinBlock, count: number): void {
  if (leg.smile === null) {
    fillStillDeviations(leg.volatility * rootOfTime, { lowest: LOWEST_VOLATILITY * rootOfTime, factor }, count);
    return;
  }
  fillRuledVolatilities(leg, { logSpot, volatility: deviation }, count);
  for (let index = 0; index < count; index += 1) {
    const times = factor[index] as number;
    const volatility = (deviation[index] as number) * times;
    const lifted = volatility < LOWEST_VOLATILITY && times !== 1 ? LOWEST_VOLATILITY : volatility;
    deviation[index] = lifted >= 0 ? lifted * rootOfTime : Number.NaN;
  }
}

type Still = { readonly lowest: number; readonly factor: Float64Array };

/** Of a volatility that does not follow the price: in one loop. */
function fillStillDeviations(now: number, { lowest, factor }: Still, count: number): void {
  const own = now >= 0 ? now : Number.NaN;
  for (let index = 0; index < count; index += 1) {
    const times = factor[index] as number;
    const moved = own * times;
    deviation[index] = moved < lowest && times !== 1 ? lowest : moved;
  }
}
