import type { ReactNode } from "react";
import { classNames } from "./classNames";
import { toneClass, toneOfSign } from "./Tone";
import { VisuallyHidden } from "./VisuallyHidden";

export type SignedProps = {
  /** Only its sign is used. */
  readonly value: number | bigint;
  /** The figure as text, with its sign. */
  readonly children: ReactNode;
  /** Says "gain" or "loss" to a screen reader, for cells in which only a number stands. */
  readonly spoken?: boolean | undefined;
  readonly className?: string | undefined;
};

/** A signed result in the colour of its sign; zero has none. */
export function Signed({ value, children, spoken, className }: SignedProps) {
  const word = value > 0 ? "gain " : value < 0 ? "loss " : "";
  return (
    <span className={classNames(toneClass(toneOfSign(value)), className)}>
      {spoken && word !== "" ? <VisuallyHidden>{word}</VisuallyHidden> : null}
      {children}
    </span>
  );
}
