import type { HeatMapCell, HeatMapProps } from "@/components/charts/HeatMap";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatRiskUsd, formatSignedCompactUsd } from "@/lib/format/formatUsd";
import type { MarginCell, MarginGridResult } from "@/lib/risk/stress/marginGridResult";
import { priceMoveText } from "./shockTexts";

/** The worst scenario for one coin, or for all of them moving together. */
export type MarginWorst = {
  readonly name: string;
  readonly change: number;
  readonly text: string;
  readonly at: string;
};

const VOLATILITY_WORDS = { up: "volatility up", same: "volatility as it is", down: "volatility down" } as const;
const ROWS = [
  { key: "up", head: "vol up" },
  { key: "same", head: "as it is" },
  { key: "down", head: "vol down" },
] as const;
/** Less than this is nothing. */
const LEAST_USD = 0.5;
/** Where a rule has no scenario. */
const NO_CELL: HeatMapCell = { value: 0, text: "" };

/** The worst of all coins together, and of each alone where there are several. */
export function worstRows({ worst, worstByCoin }: MarginGridResult): readonly MarginWorst[] {
  const coins = worstByCoin.length > 1 ? worstByCoin.map((cell) => worstRow(`${cell.symbol} alone`, cell)) : [];
  const [only] = worstByCoin;
  return [worstRow(worstByCoin.length > 1 || !only ? "All coins together" : only.symbol, worst), ...coins];
}

function worstRow(name: string, cell: MarginCell): MarginWorst {
  if (!(cell.change <= -LEAST_USD)) return { name, change: 0, text: "none", at: "no scenario loses" };
  return { name, change: cell.change, text: formatRiskUsd(cell.change), at: scenarioText(cell) };
}

function scenarioText({ spotMove, volatility, weight }: MarginCell): string {
  const move = `${priceMoveText(spotMove)}, ${VOLATILITY_WORDS[volatility]}`;
  return weight === 1 ? move : `${move}, ${formatPercent(weight, 0)} of it counted`;
}

/** The scenarios of the range: prices across, volatility down. A rule may leave some out. */
export function rangeMap(cells: readonly MarginCell[]): HeatMapProps {
  const range = cells.filter(({ weight }) => weight === 1);
  const moves = [...new Set(range.map(({ spotMove }) => spotMove))].toSorted((a, b) => a - b);
  const cellAt = (move: number, row: MarginCell["volatility"]) =>
    range.find(({ spotMove, volatility }) => spotMove === move && volatility === row);
  return {
    caption: "Change in net value by scenario of the margin rule",
    corner: "Volatility",
    columns: moves.map((move) => ({ key: String(move), head: move === 0 ? "spot" : priceMoveText(move) })),
    current: { column: "0", row: "same" },
    rows: ROWS.map((row) => ({ ...row, cells: moves.map((move) => heatCell(cellAt(move, row.key))) })),
  };
}

/** The far moves, each with the share of it that counts. */
export function farMap(cells: readonly MarginCell[]): HeatMapProps {
  const far = cells.filter(({ weight }) => weight !== 1);
  return {
    caption: "Change in net value in the margin rule’s far moves, as far as they count",
    corner: "Far moves",
    columns: far.map(({ spotMove, weight }) => ({
      key: String(spotMove),
      head: priceMoveText(spotMove),
      note: `× ${formatPercent(weight, weight < 0.1 ? 1 : 0)}`,
    })),
    current: { column: "", row: "" },
    rows: [{ key: "up", head: "vol up", cells: far.map(heatCell) }],
  };
}

function heatCell(cell: MarginCell | undefined): HeatMapCell {
  if (cell === undefined) return NO_CELL;
  if (Math.abs(cell.change) < LEAST_USD) return { value: 0, text: "0" };
  return { value: cell.change, text: formatSignedCompactUsd(cell.change) };
}
