"use client";

import { pixel } from "./curves";
import { HatchedFigure, type HatchedPlot } from "./HatchedFigure";
import { linearScale } from "./linearScale";

export type ContributionRow = {
  readonly name: string;
  /** Under the name: "33% of value". */
  readonly note: string;
  /** Dollars: a loss below 0 adds to the risk, above 0 it takes from it. */
  readonly value: number;
  readonly text: string;
  /** Its share of the whole: "67%". */
  readonly share: string;
};

export type ContributionBarsProps = {
  readonly rows: readonly ContributionRow[];
  /** One sentence for who does not see it; the figures stand beside the bars as text. */
  readonly summary: string;
};

const WIDTH_BEFORE_MEASURING = 668;
const ROW = 52;
const HEAD = 18;
const NAMES = 168;
/** Of a name's letters and a note's, at most. */
const LETTERS = [6.8, 5.9] as const;
/** Names leave the bars so much of the plot, at least. */
const MOST_NAMES = 0.45;
const FIGURES = 128;
/** At least so much of the plot lies right of zero. */
const RIGHT_SHARE = 0.12;

/** Who adds to the risk, hatched to the left of zero, and who takes from it, to the right; in the order given. */
export function ContributionBars({ rows, summary }: ContributionBarsProps) {
  const height = HEAD + rows.length * ROW;
  return (
    <HatchedFigure height={height} initialWidth={WIDTH_BEFORE_MEASURING} ground={0.22} summary={summary}>
      {(plot) => <Rows rows={rows} height={height} plot={plot} />}
    </HatchedFigure>
  );
}

type RowsProps = Pick<ContributionBarsProps, "rows"> & { readonly height: number; readonly plot: HatchedPlot };

function Rows({ rows, height, plot: { width, hatch } }: RowsProps) {
  const least = Math.min(0, ...rows.map(({ value }) => value));
  const most = Math.max(0, ...rows.map(({ value }) => value), -least * RIGHT_SHARE);
  const x = linearScale({ domain: [least, most], range: [namesWidth(rows, width), width - FIGURES] });
  const zero = pixel(x.at(0));
  return (
    <>
      <text x={zero - 6} y={10} textAnchor="end" className="axis-text">
        adds risk
      </text>
      <text x={zero + 6} y={10} className="axis-text">
        reduces it
      </text>
      {rows.map((row, index) => (
        <Bar
          key={`${row.name} ${row.note}`}
          row={row}
          top={HEAD + index * ROW}
          at={{ x: x.at(row.value), zero, width, hatch }}
        />
      ))}
      <line x1={zero} x2={zero} y1={14} y2={height - 8} className="chart-zero" />
    </>
  );
}

/** Bars begin where the longest name or note ends. */
function namesWidth(rows: RowsProps["rows"], width: number): number {
  const longest = rows.map(({ name, note }) => Math.max(name.length * LETTERS[0], note.length * LETTERS[1]));
  return Math.max(NAMES, Math.min(width * MOST_NAMES, Math.max(...longest, 0)));
}

type BarProps = {
  readonly row: ContributionRow;
  readonly top: number;
  readonly at: { readonly x: number; readonly zero: number; readonly width: number; readonly hatch: string };
};

function Bar({ row, top, at }: BarProps) {
  const { name, note, value, text, share } = row;
  const isLoss = value < 0;
  return (
    <g>
      {top > HEAD ? <line x1="0" x2={at.width} y1={top - 3} y2={top - 3} stroke="var(--hairline)" /> : null}
      <text x="0" y={top + 15} className="chart-text-strong">
        {name}
      </text>
      <text x="0" y={top + 31} className="axis-text">
        {note}
      </text>
      <rect
        x={pixel(Math.min(at.x, at.zero))}
        y={top + 6}
        width={Math.max(1.5, pixel(Math.abs(at.x - at.zero)))}
        height="18"
        fill={isLoss ? at.hatch : "var(--profit)"}
        stroke={isLoss ? "var(--loss)" : undefined}
        strokeWidth="0.75"
      />
      <text x={at.width - 72} y={top + 19} textAnchor="end" className="chart-text">
        {share}
      </text>
      <text x={at.width} y={top + 19} textAnchor="end" className="chart-text-strong">
        {text}
      </text>
    </g>
  );
}
