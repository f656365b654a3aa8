import { useId } from "react";
import { type Curve, linePath, type Point, sampleValues, signedAreas } from "./curves";
import { Hatch } from "./Hatch";
import { linearScale } from "./linearScale";

export type PayoffGlyphProps = {
  /** The result at expiry in dollars, the deposited asset included, at a price. */
  readonly result: Curve;
  /** The drawn prices: ±20 % of spot in the vault list. */
  readonly lo: number;
  readonly hi: number;
  /** Where the result bends. */
  readonly corners: readonly number[];
  readonly label: string;
};

const WIDTH = 72;
const HEIGHT = 40;

/** The shape of a payoff, 72 × 40 pixels. */
export function PayoffGlyph({ result, lo, hi, corners, label }: PayoffGlyphProps) {
  const id = useId();
  const points = sampleValues({ lo, hi, steps: 48, corners }).map((spot): Point => [spot, result(spot)]);
  const results = points.map(([, value]) => value);
  const x = linearScale({ domain: [lo, hi], range: [1, WIDTH - 1] });
  const y = linearScale({ domain: [Math.min(0, ...results), Math.max(0, ...results)], range: [HEIGHT - 4, 4] });
  const place = ([spot, value]: Point): Point => [x.at(spot), y.at(value)];
  const areas = signedAreas(points, place);
  const zero = y.at(0);
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        <Hatch id={id} ground={0.08} />
      </defs>
      <path d={areas.gain} fill="var(--profit)" opacity="0.22" />
      <path d={areas.loss} fill={`url(#${id})`} />
      <line x1="0" x2={WIDTH} y1={zero} y2={zero} stroke="var(--hairline-strong)" />
      <path
        d={linePath(points.map(place))}
        fill="none"
        stroke="var(--chart-expiry)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
