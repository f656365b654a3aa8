import type { Dot } from "./EndLabel";

/** ▼ and the result under the end of an epoch that lost. */
export function LossMark({ dot, loss }: { readonly dot: Dot; readonly loss: string | undefined }) {
  if (loss === undefined || dot.cx === undefined || dot.cy === undefined) return null;
  return (
    <>
      <path d={`M${dot.cx - 4} ${dot.cy + 8}h8l-4 6z`} fill="var(--loss)" />
      <text x={dot.cx} y={dot.cy + 27} textAnchor="middle" className="chart-text chart-halo fill-loss">
        {loss}
      </text>
    </>
  );
}
