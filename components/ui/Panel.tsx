import type { ReactNode } from "react";

/** A docked box: the deposit rail. Everything else is ruled, not boxed. */
export function Panel({ children }: { readonly children: ReactNode }) {
  return <div className="panel">{children}</div>;
}
