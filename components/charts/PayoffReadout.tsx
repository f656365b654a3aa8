import { Signed } from "@/components/ui/Signed";
import type { PayoffLabels, PayoffShape } from "./PayoffShape";

export type PayoffReadoutProps = {
  readonly shape: PayoffShape;
  readonly labels: PayoffLabels;
  /** The price read by pointer or keyboard; undefined shows spot. */
  readonly price: number | undefined;
  /** Strikes can be moved on the chart. */
  readonly hasGrips?: boolean | undefined;
};

/** The line above the chart: a price, and the results at it. */
export function PayoffReadout({ shape, labels, price, hasGrips }: PayoffReadoutProps) {
  const at = price ?? shape.spot;
  return (
    <div className="readout">
      <span>
        {shape.asset} at <b>{price === undefined ? labels.spot(at) : labels.price(at)}</b> (
        {price === undefined ? "spot" : labels.distance(at / shape.spot - 1)})
      </span>
      <span>
        <i className="readout-key" />
        At expiry <Result result={shape.expiry(at)} labels={labels} />
      </span>
      <span>
        <i className="readout-key readout-key-today" />
        {shape.todayLabel} <Result result={shape.today(at)} labels={labels} />
      </span>
      <span className="readout-hint">
        {hasGrips ? "Drag a strike, or focus it and press ← →" : "Hover or use arrow keys to read values"}
      </span>
    </div>
  );
}

function Result({ result, labels }: { readonly result: number; readonly labels: PayoffLabels }) {
  return (
    <>
      <Signed value={result} className="font-medium">
        {labels.result(result)}
      </Signed>{" "}
      {labels.share?.(result)}
    </>
  );
}

/** The same for a screen reader, in one sentence. */
export function readoutSentence({ shape, labels, price }: PayoffReadoutProps): string {
  if (price === undefined) return "";
  return `${shape.asset} at ${labels.price(price)}: at expiry ${labels.result(shape.expiry(price))}, ${shape.todayLabel.toLowerCase()} ${labels.result(shape.today(price))}.`;
}
