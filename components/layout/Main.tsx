import type { ReactNode } from "react";

/** The page itself, where the skip link leads. */
export function Main({ children }: { readonly children: ReactNode }) {
  return (
    <main id="main" className="page-width" tabIndex={-1}>
      {children}
    </main>
  );
}
