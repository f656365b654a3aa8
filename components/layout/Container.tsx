import type { ReactNode } from "react";

/** The page's width and gutters. */
export function Container({ children }: { readonly children: ReactNode }) {
  return <div className="page-width">{children}</div>;
}
