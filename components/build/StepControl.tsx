import type { ReactNode } from "react";

export type StepControlProps = {
  readonly children: ReactNode;
  /** What the buttons do: "Less of leg 1". */
  readonly lessLabel: string;
  readonly moreLabel: string;
  readonly onLess: () => void;
  readonly onMore: () => void;
};

/** A value between a button for less and one for more. */
export function StepControl({ children, lessLabel, moreLabel, onLess, onMore }: StepControlProps) {
  return (
    <span className="step-control">
      <button type="button" onClick={onLess} aria-label={lessLabel}>
        −
      </button>
      {children}
      <button type="button" onClick={onMore} aria-label={moreLabel}>
        +
      </button>
    </span>
  );
}
