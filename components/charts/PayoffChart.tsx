"use client";

import { type ReactNode, useMemo, useRef } from "react";
import { LiveText } from "./LiveText";
import { PayoffCrosshair } from "./PayoffCrosshair";
import { PayoffGrips } from "./PayoffGrips";
import { PayoffPlot } from "./PayoffPlot";
import { PayoffReadout, readoutSentence } from "./PayoffReadout";
import type { PayoffLabels, PayoffShape } from "./PayoffShape";
import { PayoffTable } from "./PayoffTable";
import { PayoffToday } from "./PayoffToday";
import { stillMarks } from "./payoffMarks";
import type { StrikeGrips } from "./StrikeGrip";
import { useElementWidth } from "./useElementWidth";
import { usePayoffFrame } from "./usePayoffFrame";
import { usePriceReader } from "./usePriceReader";

export type PayoffChartProps = {
  readonly shape: PayoffShape;
  readonly labels: PayoffLabels;
  /** One sentence: shape, largest gain, largest loss, breakevens. */
  readonly summary: string;
  /** Between the chart and its table: the sliders that move it. */
  readonly controls?: ReactNode;
  /** Strikes that can be moved; their lines and tags stand over the chart. */
  readonly grips?: StrikeGrips | undefined;
};

const WIDTH_BEFORE_MEASURING = 944;

/**
 * Result against price, at expiry and today, with the odds under the axis; redrawn at the width it is given.
 * What moves lies over what stays, on a layer of its own, so that a slider repaints that alone.
 */
export function PayoffChart({ shape, labels, summary, controls, grips }: PayoffChartProps) {
  const figure = useRef<HTMLDivElement>(null);
  const width = useElementWidth(figure, WIDTH_BEFORE_MEASURING);
  const { frame, still, today } = usePayoffFrame(shape, width);
  const marks = useMemo(() => stillMarks({ shape: still, frame, labels }), [still, frame, labels]);
  const reader = usePriceReader(shape, frame);
  const viewBox = `0 0 ${frame.width} ${frame.height}`;
  const price = reader.price;
  return (
    <>
      <PayoffReadout shape={shape} labels={labels} price={price} hasGrips={grips !== undefined} />
      <div ref={figure} className="payoff-figure">
        <svg viewBox={viewBox} role="img" aria-label={summary}>
          <PayoffPlot frame={frame} shape={still} marks={marks} labels={labels} />
        </svg>
        <svg viewBox={viewBox} className="payoff-moving" aria-hidden="true">
          <PayoffToday
            frame={frame}
            today={today}
            todayLabel={shape.todayLabel}
            spot={shape.spot}
            atSpot={shape.today(shape.spot)}
            taken={marks.taken}
          />
          <PayoffCrosshair frame={frame} shape={shape} price={price} />
        </svg>
        <div
          className="payoff-reader"
          role="slider"
          tabIndex={0}
          aria-label={`Read the payoff at a price of ${shape.asset}`}
          aria-valuemin={Math.round(shape.lo)}
          aria-valuemax={Math.round(shape.hi)}
          aria-valuenow={Math.round(price ?? shape.spot)}
          aria-valuetext={labels.price(price ?? shape.spot)}
          onPointerMove={reader.onPointer}
          onPointerDown={reader.onPointer}
          onPointerLeave={reader.leave}
          onKeyDown={reader.onKeyDown}
          onBlur={reader.leave}
        />
        {grips ? <PayoffGrips frame={frame} expiry={shape.expiry} grips={grips} /> : null}
      </div>
      <LiveText text={readoutSentence({ shape, labels, price })} />
      {controls}
      <PayoffTable shape={shape} labels={labels} />
    </>
  );
}
