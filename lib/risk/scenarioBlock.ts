import { invariant } from "@/lib/errors/invariant";
import { fillLogs } from "@/lib/math/fillLogs";
import type { ScenarioColumns } from "./ScenarioColumns";

/** Scenarios that are worked on at a time, so that a coin's columns stay in the near caches while all of its legs pass. */
export const SCENARIO_BLOCK = 256;

/** A coin in the scenarios of one block, in the first places. */
export type CoinBlock = {
  readonly spots: Float64Array;
  readonly factors: Float64Array;
  /** Nothing of the coin moves: its first place is every scenario. */
  readonly isHeld: boolean;
  readonly spot: Float64Array;
  readonly logSpot: Float64Array;
  readonly factor: Float64Array;
};

const rests = new Float64Array(SCENARIO_BLOCK);

/** A block for each of a book's coins, still empty. */
export function coinBlocks(columns: ScenarioColumns, coins: number): readonly CoinBlock[] {
  return Array.from({ length: coins }, (_, coin) => {
    const [spots, factors] = [columns.spots[coin], columns.volatilityFactors[coin]];
    invariant(spots !== undefined && factors !== undefined, "spots and volatility factors of every coin");
    const settlements = columns.settlements.filter((settlement) => settlement.coin === coin);
    const used = [spots, factors, ...settlements.map((settlement) => settlement.spots)];
    invariant(
      used.every(({ length }) => length === 1 || length >= columns.count),
      "columns of one number or of the scenarios' count",
    );
    const column = () => new Float64Array(SCENARIO_BLOCK);
    const isHeld = used.every(({ length }) => length === 1);
    return { spots, factors, isHeld, spot: column(), logSpot: column(), factor: column() };
  });
}

/** Brings the scenarios from `from` on into the block. */
export function loadCoinBlock({ spots, factors, spot, logSpot, factor }: CoinBlock, from: number, count: number): void {
  copyColumn(spots, { into: spot, from, count });
  copyColumn(factors, { into: factor, from, count });
  for (let index = 0; index < count; index += 1) {
    logSpot[index] = spot[index] as number;
    rests[index] = 0;
  }
  fillLogs(logSpot, rests, count);
}

/** Places of a column, or its one number as often. */
export function copyColumn(
  column: Float64Array,
  { into, from, count }: { readonly into: Float64Array; readonly from: number; readonly count: number },
): void {
  if (column.length === 1) into.fill(column[0] as number, 0, count);
  else for (let index = 0; index < count; index += 1) into[index] = column[from + index] as number;
}
