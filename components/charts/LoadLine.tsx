"use client";

import { pixel } from "./curves";
import { HatchedFigure, type HatchedPlot } from "./HatchedFigure";
import { linearScale } from "./linearScale";

export type LoadLineProps = {
  readonly spot: number;
  /** Where the loan can be liquidated. */
  readonly liquidation: number;
  /** "liquidation $2,583", "ETH $3,482", "−25.8%, 3.7 weekly deviations away". */
  readonly labels: { readonly liquidation: string; readonly spot: string; readonly distance: string };
  /** One sentence for who does not see it. */
  readonly summary: string;
};

const WIDTH_BEFORE_MEASURING = 640;
const HEIGHT = 74;
const TOP = 34;
const BOTTOM = 46;
const MARK = 9;
/** The axis reaches so far beyond both prices, as a share of their distance. */
const ROOM = 0.5;
/** Half of the widest label: it stays inside. */
const HALF_LABEL = 58;

/** How far a price is from where a loan is liquidated: the mark of a ship's load line, hatched on the side where it is lost. */
export function LoadLine({ summary, ...line }: LoadLineProps) {
  return (
    <HatchedFigure height={HEIGHT} initialWidth={WIDTH_BEFORE_MEASURING} ground={0.2} summary={summary}>
      {(plot) => <Marks {...line} plot={plot} />}
    </HatchedFigure>
  );
}

type MarksProps = Omit<LoadLineProps, "summary"> & { readonly plot: HatchedPlot };

function Marks({ spot, liquidation, labels, plot: { width, hatch } }: MarksProps) {
  const [low, high] = [Math.min(spot, liquidation), Math.max(spot, liquidation)];
  const room = Math.max((high - low) * ROOM, high * 0.05);
  const x = linearScale({ domain: [low - room, high + room], range: [0, width] });
  const [mark, now] = [pixel(x.at(liquidation)), pixel(x.at(spot))];
  const isBelow = liquidation < spot;
  const inside = (at: number) => Math.min(width - HALF_LABEL, Math.max(HALF_LABEL, at));
  return (
    <>
      <rect
        x={isBelow ? 0 : mark}
        y={TOP}
        width={isBelow ? mark : Math.max(0, width - mark)}
        height={BOTTOM - TOP}
        fill={hatch}
        stroke="var(--loss)"
        strokeWidth="0.75"
      />
      <rect
        x={Math.min(mark, now)}
        y={TOP}
        width={Math.abs(now - mark)}
        height={BOTTOM - TOP}
        fill="var(--profit)"
        opacity="0.28"
      />
      <line x1="0" x2={width} y1={BOTTOM} y2={BOTTOM} stroke="var(--hairline-strong)" />
      <circle cx={mark} cy={(TOP + BOTTOM) / 2} r={MARK} fill="var(--bg)" stroke="var(--text)" strokeWidth="1.5" />
      <line
        x1={mark - MARK - 7}
        x2={mark + MARK + 7}
        y1={(TOP + BOTTOM) / 2}
        y2={(TOP + BOTTOM) / 2}
        stroke="var(--text)"
        strokeWidth="1.5"
      />
      <line x1={now} x2={now} y1="26" y2="52" stroke="var(--accent)" strokeWidth="2" />
      <text x={inside(mark)} y="20" textAnchor="middle" className="chart-text-strong">
        {labels.liquidation}
      </text>
      <text x={inside(now)} y="20" textAnchor="middle" className="chart-text-strong fill-accent">
        {labels.spot}
      </text>
      <text x={inside((mark + now) / 2)} y="66" textAnchor="middle" className="chart-text chart-halo">
        {labels.distance}
      </text>
    </>
  );
}
