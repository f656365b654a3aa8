import { memo, useId } from "react";
import { Hatch } from "./Hatch";
import { PayoffFront, type StillShape } from "./PayoffFront";
import { PayoffGround } from "./PayoffGround";
import type { PayoffLabels } from "./PayoffShape";
import type { PayoffFrame } from "./payoffFrame";
import type { StillMarks } from "./payoffMarks";

export type PayoffPlotProps = {
  readonly frame: PayoffFrame;
  readonly shape: StillShape;
  readonly marks: StillMarks;
  readonly labels: PayoffLabels;
};

/** All of the drawing that neither slider nor pointer moves. */
export const PayoffPlot = memo(function PayoffPlot({ frame, shape, marks, labels }: PayoffPlotProps) {
  const hatchId = useId();
  return (
    <>
      <defs>
        <Hatch id={hatchId} ground={0.1} />
      </defs>
      <PayoffGround frame={frame} hatchId={hatchId} axisText={labels.axis} />
      <PayoffFront frame={frame} shape={shape} labels={labels} marks={marks} hatchId={hatchId} />
    </>
  );
});
