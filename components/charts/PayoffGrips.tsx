import type { KeyboardEvent, PointerEvent } from "react";
import { pixel } from "./curves";
import { type GripTag, gripTags } from "./gripTags";
import type { PayoffShape } from "./PayoffShape";
import type { PayoffFrame } from "./payoffFrame";
import type { StrikeGrip, StrikeGrips } from "./StrikeGrip";

export type PayoffGripsProps = {
  readonly frame: PayoffFrame;
  readonly expiry: PayoffShape["expiry"];
  readonly grips: StrikeGrips;
};

/** Steps of the page keys, in listed strikes. */
const PAGE = 5;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -PAGE,
  PageUp: PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Over the chart: a line, a ring on the payoff and a tag for every strike that can be moved. */
export function PayoffGrips({ frame, expiry, grips }: PayoffGripsProps) {
  const tags = gripTags(
    grips.grips.map(({ strike }) => strike),
    frame,
  );
  return (
    <svg viewBox={`0 0 ${frame.width} ${frame.height}`} className="payoff-grips" role="presentation">
      {grips.grips.map((grip, index) => (
        <Grip key={grip.id} index={index} {...{ frame, expiry, grips, grip }} tag={tags[index]} />
      ))}
    </svg>
  );
}

type GripProps = PayoffGripsProps & {
  readonly grip: StrikeGrip;
  readonly index: number;
  readonly tag: GripTag | undefined;
};

function Grip({ frame, expiry, grips, grip, index, tag }: GripProps) {
  if (tag === undefined) return null;
  const x = pixel(frame.x.at(grip.strike));
  const y = pixel(Math.min(frame.axis, frame.y.at(expiry(grip.strike))));
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (box) grips.onDrag(index, frame.x.invert(((event.clientX - box.left) / box.width) * frame.width));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = STEPS[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    grips.onStep(index, steps);
  };
  return (
    <g
      className="payoff-grip"
      role="slider"
      tabIndex={0}
      aria-label={grip.name}
      aria-valuemin={grips.least}
      aria-valuemax={grips.most}
      aria-valuenow={grip.strike}
      aria-valuetext={grip.valueText}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
      }}
      onPointerMove={onPointerMove}
      onLostPointerCapture={grips.onDrop}
      onKeyDown={onKeyDown}
    >
      <rect x={x - 12} y={y - 12} width="24" height={Math.max(24, frame.axis - y + 12)} fill="transparent" />
      <line x1={x} x2={x} y1={y} y2={frame.axis} stroke="var(--text)" />
      <circle cx={x} cy={y} r="6" fill="var(--bg)" stroke="var(--text)" strokeWidth="2" />
      <Tag tag={tag} grip={grip} isNarrow={frame.narrow} />
    </g>
  );
}

type TagProps = { readonly tag: GripTag; readonly grip: StrikeGrip; readonly isNarrow: boolean };

function Tag({ tag, grip, isNarrow }: TagProps) {
  const { left, top, width, height } = tag;
  const middle = pixel(left + width / 2);
  return (
    <>
      <rect
        className="payoff-grip-tag"
        x={pixel(left)}
        y={top}
        {...{ width, height }}
        rx="4"
        fill="var(--raised)"
        stroke="var(--hairline-strong)"
      />
      <text x={middle} y={top + (isNarrow ? 16 : 15)} textAnchor="middle" className="chart-text-strong">
        {isNarrow ? grip.short : grip.title}
      </text>
      {isNarrow ? null : (
        <text x={middle} y={top + 29} textAnchor="middle" className="axis-text">
          {grip.note}
        </text>
      )}
    </>
  );
}
