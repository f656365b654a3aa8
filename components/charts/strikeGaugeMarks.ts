import type { Curve } from "./curves";

export type GaugeStrike = { readonly strike: number; readonly text: string };
export type GaugeSegment = { readonly from: number; readonly to: number; readonly loss: boolean };
export type GaugeLabel = { readonly text: string; readonly share: number; readonly anchor: "start" | "middle" | "end" };

const RANGE = 0.19;
/** Two labels closer than this share of the narrowest gauge (196 px) would touch. */
const LABEL_SHARE = 0.22;
const EDGE_SHARE = 0.15;

/** Where a price stands on the gauge: 0 left, 0.5 spot, 1 right; prices beyond ±19 % stand at the edge. */
export function logShare(spot: number, price: number): number {
  if (!(price > 0)) return 0;
  return Math.min(1, Math.max(0, 0.5 + Math.log(price / spot) / RANGE / 2));
}

export type GaugeShape = { readonly spot: number; readonly breakevens: readonly number[]; readonly result: Curve };

/** The gauge cut at the breakevens, each part a gain or a loss by the result in its middle. */
export function gaugeSegments({ spot, breakevens, result }: GaugeShape): readonly GaugeSegment[] {
  const lo = spot * Math.exp(-RANGE);
  const hi = spot * Math.exp(RANGE);
  const inside = breakevens.filter((price) => price > lo && price < hi).toSorted((a, b) => a - b);
  const edges = [lo, ...inside, hi];
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? hi;
    return { from: logShare(spot, from), to: logShare(spot, to), loss: result((from + to) / 2) < 0 };
  });
}

/** The strike nearest to spot and its distance as a fraction of spot. */
export function nearestStrike(
  spot: number,
  strikes: readonly GaugeStrike[],
): { readonly strike: number; readonly fraction: number } | undefined {
  const nearest = strikes.toSorted((a, b) => Math.abs(a.strike - spot) - Math.abs(b.strike - spot))[0];
  return nearest && { strike: nearest.strike, fraction: nearest.strike / spot - 1 };
}

/** Labels that do not touch: where two would, the strike further from spot keeps its tick only. */
export function labelledStrikes(spot: number, strikes: readonly GaugeStrike[]): readonly GaugeLabel[] {
  const kept: GaugeLabel[] = [];
  for (const { strike, text } of strikes.toSorted((a, b) => Math.abs(a.strike - spot) - Math.abs(b.strike - spot))) {
    const share = logShare(spot, strike);
    if (kept.some((label) => Math.abs(label.share - share) < LABEL_SHARE)) continue;
    if (share < EDGE_SHARE) kept.push({ text, share: 0, anchor: "start" });
    else if (share > 1 - EDGE_SHARE) kept.push({ text, share: 1, anchor: "end" });
    else kept.push({ text, share, anchor: "middle" });
  }
  return kept;
}
