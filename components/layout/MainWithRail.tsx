import type { ReactNode } from "react";

export type MainWithRailProps = { readonly children: ReactNode; readonly rail: ReactNode; readonly railLabel: string };

/** The page's reading column and, after it in the order of reading, the 376 px rail. */
export function MainWithRail({ children, rail, railLabel }: MainWithRailProps) {
  return (
    <div className="main-with-rail">
      <div>{children}</div>
      <aside aria-label={railLabel}>{rail}</aside>
    </div>
  );
}
