"use client";

import { type ReactNode, useId, useRef } from "react";
import { classNames } from "@/components/ui/classNames";
import { Hatch } from "./Hatch";
import { useElementWidth } from "./useElementWidth";

/** What a chart is drawn by: its width in pixels, and the fill of what is lost. */
export type HatchedPlot = { readonly width: number; readonly hatch: string };

export type HatchedFigureProps = {
  readonly height: number;
  /** Before the browser has measured it. */
  readonly initialWidth: number;
  /** Opacity of the tint under the hatch. */
  readonly ground: number;
  /** One sentence for who does not see it. */
  readonly summary: string;
  readonly className?: string | undefined;
  readonly children: (plot: HatchedPlot) => ReactNode;
};

/** A chart that is redrawn at the width it is given, never scaled, with the hatch that means loss. */
export function HatchedFigure({ height, initialWidth, ground, summary, className, children }: HatchedFigureProps) {
  const figure = useRef<HTMLDivElement>(null);
  const id = useId();
  const width = useElementWidth(figure, initialWidth);
  return (
    <div ref={figure} className={classNames("plot-figure", className)}>
      <svg
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="xMinYMin meet"
        role="img"
        aria-label={summary}
      >
        <defs>
          <Hatch id={id} ground={ground} />
        </defs>
        {children({ width, hatch: `url(#${id})` })}
      </svg>
    </div>
  );
}
