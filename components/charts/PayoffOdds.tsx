import { linePath, type Point, pixel, sampleValues } from "./curves";
import type { OddsZone, PayoffLabels, PayoffShape } from "./PayoffShape";
import type { PayoffFrame } from "./payoffFrame";

export type PayoffOddsProps = {
  readonly frame: PayoffFrame;
  readonly shape: Omit<PayoffShape, "today" | "todayLabel">;
  readonly labels: PayoffLabels;
  readonly hatchId: string;
};

/** Room that a percentage, and a zone's name under it, need. */
const PERCENT_PX = 26;
const NAME_PX = 58;

/** How likely each part of the price axis is at expiry, hanging under the axis; each part with its odds in figures. */
export function PayoffOdds({ frame, shape, labels, hatchId }: PayoffOddsProps) {
  if (shape.odds === undefined) return null;
  const { density, zones } = shape.odds;
  const spots = sampleValues({ lo: shape.lo, hi: shape.hi, steps: 120 });
  const peak = Math.max(...spots.map(density)) || 1;
  const place = (spot: number): Point => [
    frame.x.at(spot),
    frame.oddsTop + (density(spot) / peak) * (frame.oddsHeight - 14),
  ];
  const bottom = frame.oddsTop + frame.oddsHeight;
  return (
    <>
      {zones.map((zone, index) => (
        <g key={zone.from}>
          <path
            d={zonePath(zone, place, frame.oddsTop)}
            fill={zone.loss ? `url(#${hatchId})` : "var(--profit)"}
            opacity={zone.loss ? 1 : 0.22}
          />
          {index > 0 ? <ZoneEdge x={pixel(frame.x.at(zone.from))} top={frame.oddsTop} bottom={bottom + 18} /> : null}
          <ZoneText zone={zone} frame={frame} text={labels.odds(zone.probability)} y={bottom + 5} />
        </g>
      ))}
      <path d={linePath(spots.map(place))} fill="none" stroke="var(--chart-density)" strokeWidth="1.25" />
      {frame.narrow ? null : (
        <text y={frame.oddsTop + 16} textAnchor="end" className="axis-text">
          <tspan x={frame.left - 8}>odds at</tspan>
          <tspan x={frame.left - 8} dy="14">
            expiry
          </tspan>
        </text>
      )}
    </>
  );
}

function ZoneEdge({ x, top, bottom }: { readonly x: number; readonly top: number; readonly bottom: number }) {
  return <line x1={x} x2={x} y1={top} y2={bottom} stroke="var(--hairline-strong)" />;
}

type ZoneTextProps = {
  readonly zone: OddsZone;
  readonly frame: PayoffFrame;
  readonly text: string;
  readonly y: number;
};

function ZoneText({ zone, frame, text, y }: ZoneTextProps) {
  const from = frame.x.at(zone.from);
  const to = frame.x.at(zone.to);
  if (to - from < PERCENT_PX) return null;
  const x = pixel((from + to) / 2);
  return (
    <>
      <text x={x} y={y} textAnchor="middle" className="chart-text-strong">
        <tspan className={zone.loss ? "fill-loss" : "fill-profit"}>{text}</tspan>
      </text>
      {to - from < NAME_PX ? null : (
        <text x={x} y={y + 14} textAnchor="middle" className="axis-text">
          {zone.name}
        </text>
      )}
    </>
  );
}

function zonePath(zone: OddsZone, place: (spot: number) => Point, top: number): string {
  const points = sampleValues({ lo: zone.from, hi: zone.to, steps: 30 }).map(place);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return "";
  return `${linePath([[first[0], top], ...points, [last[0], top]])}Z`;
}
