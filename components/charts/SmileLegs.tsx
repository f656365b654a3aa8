import { pixel } from "./curves";
import type { SmileShape } from "./SmileShape";
import type { SmileFrame } from "./smileFrame";

export type SmileLegsProps = { readonly frame: SmileFrame; readonly shape: SmileShape };

/** The vault's options: a dotted line up from ▼ sold or △ bought at the axis, and a ring at what the sale implied. */
export function SmileLegs({ frame, shape }: SmileLegsProps) {
  return shape.legs.map(({ strike, side, label, atSale }) => {
    const x = pixel(frame.x.at(strike));
    const isSold = side === "sold";
    return (
      <g key={label}>
        <line x1={x} x2={x} y1={frame.top} y2={frame.bottom} stroke="var(--hairline-strong)" strokeDasharray="1 3" />
        {atSale === null ? null : (
          <circle
            cx={x}
            cy={pixel(frame.y.at(atSale))}
            r="4.5"
            fill="var(--bg)"
            stroke="var(--text)"
            strokeWidth="1.5"
          />
        )}
        <path
          d={`M${pixel(x - 5)} ${frame.bottom + (isSold ? -5 : 5)}h10l-5 ${isSold ? 8 : -8}z`}
          fill={isSold ? "var(--text)" : "var(--bg)"}
          stroke="var(--text)"
          strokeWidth="1.25"
        />
      </g>
    );
  });
}
