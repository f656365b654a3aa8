"use client";

import { type ReactNode, useRef } from "react";
import { LiveText } from "./LiveText";
import { PayoffCrosshair } from "./PayoffCrosshair";
import { PayoffPlot } from "./PayoffPlot";
import { PayoffReadout, readoutSentence } from "./PayoffReadout";
import type { PayoffLabels, PayoffShape } from "./PayoffShape";
import { PayoffTable } from "./PayoffTable";
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
};

const WIDTH_BEFORE_MEASURING = 944;

/** Result against price, at expiry and today, with the odds under the axis; redrawn at the width it is given. */
export function PayoffChart({ shape, labels, summary, controls }: PayoffChartProps) {
  const figure = useRef<HTMLDivElement>(null);
  const width = useElementWidth(figure, WIDTH_BEFORE_MEASURING);
  const { frame, still, today } = usePayoffFrame(shape, width);
  const reader = usePriceReader(shape, frame);
  const price = reader.price;
  return (
    <>
      <PayoffReadout shape={shape} labels={labels} price={price} />
      <div ref={figure} className="payoff-figure">
        <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={summary}>
          <PayoffPlot
            frame={frame}
            still={still}
            today={today}
            todayLabel={shape.todayLabel}
            todayAtSpot={shape.today(shape.spot)}
            labels={labels}
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
      </div>
      <LiveText text={readoutSentence({ shape, labels, price })} />
      {controls}
      <PayoffTable shape={shape} labels={labels} />
    </>
  );
}
