import { useId } from "react";
import type { Curve } from "./curves";
import { Hatch } from "./Hatch";
import { type GaugeStrike, gaugeSegments, labelledStrikes, logShare, nearestStrike } from "./strikeGaugeMarks";

export type StrikeGaugeProps = {
  readonly spot: number;
  readonly strikes: readonly GaugeStrike[];
  /** Prices at which the result crosses zero. */
  readonly breakevens: readonly number[];
  /** The result at expiry in dollars, the deposited asset included. */
  readonly result: Curve;
  /** The distance to the nearest strike in words, from its fraction of spot: "strike +7.7%". */
  readonly formatDistance: (fraction: number) => string;
  readonly label: string;
};

const BASE = 20;

/**
 * Strikes against spot on a log price scale of ±19 %, spot in the middle; hatched where money is lost.
 * Drawn in shares of the width, so it fits any place without measuring it.
 */
export function StrikeGauge({ spot, strikes, breakevens, result, formatDistance, label }: StrikeGaugeProps) {
  const id = useId();
  const nearest = nearestStrike(spot, strikes);
  return (
    <svg className="overflow-visible" width="100%" height="44" role="img" aria-label={label}>
      <defs>
        <Hatch id={id} ground={0.15} />
      </defs>
      {gaugeSegments({ spot, breakevens, result }).map((segment) => (
        <rect
          key={segment.from}
          x={percent(segment.from)}
          width={percent(segment.to - segment.from)}
          y={BASE - 4}
          height="8"
          fill={segment.loss ? `url(#${id})` : "var(--profit)"}
          opacity={segment.loss ? 0.8 : 0.35}
        />
      ))}
      {strikes.map(({ strike }) => {
        const x = percent(logShare(spot, strike));
        return <line key={strike} x1={x} x2={x} y1={BASE - 7} y2={BASE + 7} stroke="var(--text)" strokeWidth="1.5" />;
      })}
      {labelledStrikes(spot, strikes).map(({ text, share, anchor }) => (
        <text key={text} x={percent(share)} y={BASE + 20} textAnchor={anchor} className="chart-text chart-text-small">
          {text}
        </text>
      ))}
      <line x1="50%" x2="50%" y1="6" y2={BASE + 5} stroke="var(--accent)" strokeWidth="1.5" />
      <circle cx="50%" cy="6" r="2.5" fill="var(--accent)" />
      {nearest ? (
        <text
          x="50%"
          dx={nearest.fraction >= 0 ? -6 : 6}
          y="10"
          textAnchor={nearest.fraction >= 0 ? "end" : "start"}
          className="axis-text"
        >
          {formatDistance(nearest.fraction)}
        </text>
      ) : null}
    </svg>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 1e4) / 100}%`;
}
