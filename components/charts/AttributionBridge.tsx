"use client";

import { useMemo } from "react";
import { type BridgeBar, type BridgeStep, bridgeBars } from "./bridgeBars";
import { pixel } from "./curves";
import { HatchedFigure, type HatchedPlot } from "./HatchedFigure";

export type AttributionBridgeProps = {
  /** Each from where the one before ended. */
  readonly steps: readonly BridgeStep[];
  /** What they come to, from zero. */
  readonly total: BridgeStep;
  readonly summary: string;
};

const WIDTH_BEFORE_MEASURING = 960;
const HEIGHT = 122;
const NARROW = 560;
/** From bar to bar, pixels: what the longest note takes. */
const LEAST_NOTE_PITCH = 100;
const WIDEST_BAR = 96;
const NAME_Y = 98;
const NOTE_Y = 114;

/** What a change in value is made of: one bar a cause, each from where the one before ended, and the whole. */
export function AttributionBridge({ steps, total, summary }: AttributionBridgeProps) {
  const bars = useMemo(() => bridgeBars(steps, total), [steps, total]);
  return (
    <HatchedFigure height={HEIGHT} initialWidth={WIDTH_BEFORE_MEASURING} ground={0.3} summary={summary}>
      {(plot) => <Bars bars={bars} plot={plot} />}
    </HatchedFigure>
  );
}

type BarsProps = { readonly bars: readonly BridgeBar[]; readonly plot: HatchedPlot };

function Bars({ bars, plot: { width, hatch } }: BarsProps) {
  const narrow = width < NARROW;
  const pitch = width / bars.length;
  const barWidth = Math.min(WIDEST_BAR, pitch - 6);
  return (
    <>
      <line
        x1="0"
        x2={width}
        y1={pixel(bars[0]?.zero ?? 0)}
        y2={pixel(bars[0]?.zero ?? 0)}
        stroke="var(--hairline-strong)"
      />
      {bars.map(({ step, top, bottom, end, isTotal }, index) => {
        const left = pixel(index * pitch);
        const isLoss = step.value < 0 && !step.isNeutral;
        const isPlain = isTotal || step.isNeutral === true;
        return (
          <g key={step.name}>
            <rect
              x={left}
              y={top}
              width={pixel(barWidth)}
              height={pixel(bottom - top)}
              fill={isLoss ? hatch : isPlain ? "var(--text-2)" : "var(--profit)"}
              stroke={isLoss ? "var(--loss)" : undefined}
            />
            {isTotal ? null : (
              <line
                x1={pixel(left + barWidth)}
                x2={pixel(left + pitch)}
                y1={end}
                y2={end}
                stroke="var(--control-line)"
                strokeDasharray="2 2"
              />
            )}
            <text
              x={left}
              y={top - 6}
              className={`chart-text-strong ${narrow ? "chart-text-small" : ""} ${isLoss ? "fill-loss" : isPlain ? "" : "fill-profit"}`}
            >
              {step.text}
            </text>
            <text x={left} y={NAME_Y} className={`chart-text-strong ${narrow ? "chart-text-small" : ""}`}>
              {narrow ? step.shortName : step.name}
            </text>
            {pitch < LEAST_NOTE_PITCH ? null : (
              <text x={left} y={NOTE_Y} className="axis-text">
                {step.note}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
