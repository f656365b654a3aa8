import { pixel } from "./curves";
import type { SmileShape } from "./SmileShape";
import type { SmileFrame } from "./smileFrame";

export type SmileQuotesProps = { readonly frame: SmileFrame; readonly shape: SmileShape };

/** Half the width of a bid or ask tick. */
const TICK = 3;

/** Every quoted strike: a stem from bid to ask with a tick at either end, and a dot at the middle. */
export function SmileQuotes({ frame, shape }: SmileQuotesProps) {
  const place = (volatility: number) => pixel(Math.min(frame.bottom, Math.max(frame.top, frame.y.at(volatility))));
  return shape.quotes
    .filter(({ strike }) => strike >= shape.lo && strike <= shape.hi)
    .map(({ strike, bid, ask, mid }) => {
      const x = pixel(frame.x.at(strike));
      const ends = [bid, ask].filter((value) => value !== null).map(place);
      return (
        <g key={strike} stroke="var(--text-3)">
          {ends.length === 2 ? <line x1={x} x2={x} y1={ends[0]} y2={ends[1]} /> : null}
          {ends.map((y) => (
            <line key={y} x1={x - TICK} x2={x + TICK} y1={y} y2={y} />
          ))}
          {mid === null ? null : <circle cx={x} cy={place(mid)} r="2" fill="var(--text-2)" stroke="none" />}
        </g>
      );
    });
}
