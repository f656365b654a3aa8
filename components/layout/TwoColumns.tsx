import type { ReactNode } from "react";

export type TwoColumnsProps = {
  readonly children: ReactNode;
  /** Three parts to five instead of halves. */
  readonly narrowFirst?: boolean | undefined;
};

/** Two sections side by side, under each other on a narrow screen. */
export function TwoColumns({ children, narrowFirst }: TwoColumnsProps) {
  return <div className={narrowFirst ? "columns-narrow-wide" : "columns-even"}>{children}</div>;
}
