"use client";

import { useId, useMemo, useRef } from "react";
import { type BridgeStep, bridgeBars } from "./bridgeBars";
import { pixel } from "./curves";
import { Hatch } from "./Hatch";
import { useElementWidth } from "./useElementWidth";

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
const WIDEST_BAR = 96;
const NAME_Y = 98;
const NOTE_Y = 114;

/** What a change in value is made of: one bar a cause, each from where the one before ended, and the whole. */
export function AttributionBridge({ steps, total, summary }: AttributionBridgeProps) {
  const figure = useRef<HTMLDivElement>(null);
  const id = useId();
  const width = useElementWidth(figure, WIDTH_BEFORE_MEASURING);
  const bars = useMemo(() => bridgeBars(steps, total), [steps, total]);
  const narrow = width < NARROW;
  const pitch = width / bars.length;
  const barWidth = Math.min(WIDEST_BAR, pitch - 6);
  return (
    <div ref={figure} className="plot-figure">
      <svg
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="xMinYMin meet"
        role="img"
        aria-label={summary}
      >
        <defs>
          <Hatch id={id} ground={0.3} />
        </defs>
        <line
          x1="0"
          x2={width}
          y1={pixel(bars[0]?.zero ?? 0)}
          y2={pixel(bars[0]?.zero ?? 0)}
          stroke="var(--hairline-strong)"
        />
        {bars.map(({ step, top, bottom, end, isTotal }, index) => {
          const left = pixel(index * pitch);
          const isLoss = step.value < 0;
          return (
            <g key={step.name}>
              <rect
                x={left}
                y={top}
                width={pixel(barWidth)}
                height={pixel(bottom - top)}
                fill={isLoss ? `url(#${id})` : isTotal ? "var(--text-2)" : "var(--profit)"}
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
                className={`chart-text-strong ${narrow ? "chart-text-small" : ""} ${isLoss ? "fill-loss" : isTotal ? "" : "fill-profit"}`}
              >
                {step.text}
              </text>
              <text x={left} y={NAME_Y} className={`chart-text-strong ${narrow ? "chart-text-small" : ""}`}>
                {narrow ? step.shortName : step.name}
              </text>
              {narrow ? null : (
                <text x={left} y={NOTE_Y} className="axis-text">
                  {step.note}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
