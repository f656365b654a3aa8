import { pixel } from "./curves";
import type { PayoffLabels, PayoffShape } from "./PayoffShape";
import type { PayoffFrame } from "./payoffFrame";
import { ticks } from "./ticks";

export type PayoffAxisProps = {
  readonly frame: PayoffFrame;
  readonly shape: Omit<PayoffShape, "today" | "todayLabel">;
  readonly labels: PayoffLabels;
};

/** The price axis with its figures and the strikes on it: ▼ sold, △ bought. */
export function PayoffAxis({ frame, shape, labels }: PayoffAxisProps) {
  const prices = ticks(shape.lo, shape.hi, frame.narrow ? 4 : 8).filter((price) => {
    const x = frame.x.at(price);
    return x - frame.left >= 14 && frame.right - x >= 10;
  });
  return (
    <>
      <line x1={frame.left} x2={frame.right} y1={frame.axis} y2={frame.axis} stroke="var(--hairline-strong)" />
      {prices.map((price) => (
        <text key={price} x={pixel(frame.x.at(price))} y={frame.axis + 17} textAnchor="middle" className="axis-text">
          {labels.price(price)}
        </text>
      ))}
      {shape.strikes.map(({ strike, side, label }) => {
        const x = pixel(frame.x.at(strike));
        const sold = side === "sold";
        return (
          <g key={label}>
            <line
              x1={x}
              x2={x}
              y1={pixel(frame.y.at(shape.expiry(strike)))}
              y2={frame.axis}
              stroke="var(--hairline-strong)"
              strokeDasharray="1 3"
            />
            <path
              d={`M${pixel(x - 5)} ${frame.axis + (sold ? -5 : 5)}h10l-5 ${sold ? 8 : -8}z`}
              fill={sold ? "var(--text)" : "var(--bg)"}
              stroke="var(--text)"
              strokeWidth="1.25"
            />
          </g>
        );
      })}
    </>
  );
}
