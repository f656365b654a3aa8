import { pixel } from "./curves";
import type { SmileShape } from "./SmileShape";
import type { SmileFrame } from "./smileFrame";

export type SmileQuotesProps = { readonly frame: SmileFrame; readonly shape: SmileShape };

/** Half the width of a bid or ask tick. */
const TICK = 3;

/** Every quoted strike: a stem from bid to ask with a tick at either end, and a dot at the middle. */
export function SmileQuotes({ frame, shape }: SmileQuotesProps) {
  const place = (volatility: number) => pixel(Math.min(frame.bottom, Math.max(frame.top, frame.y.at(volatility))));
  const isInside = (volatility: number) => {
    const y = frame.y.at(volatility);
    return y >= frame.top && y <= frame.bottom;
  };
  return shape.quotes
    .filter(({ strike }) => strike >= shape.lo && strike <= shape.hi)
    .map(({ strike, bid, ask, mid }) => {
      const x = pixel(frame.x.at(strike));
      const ends = [bid, ask].filter((value) => value !== null);
      return (
        <g key={strike} stroke="var(--text-3)">
          {bid !== null && ask !== null ? <line x1={x} x2={x} y1={place(bid)} y2={place(ask)} /> : null}
          {ends.filter(isInside).map((value) => (
            <line key={value} x1={x - TICK} x2={x + TICK} y1={place(value)} y2={place(value)} />
          ))}
          {mid === null || !isInside(mid) ? null : (
            <circle cx={x} cy={place(mid)} r="2" fill="var(--text-2)" stroke="none" />
          )}
        </g>
      );
    });
}
