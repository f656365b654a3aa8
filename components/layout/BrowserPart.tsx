"use client";

import { type ReactNode, Suspense } from "react";
import { useIsBrowser } from "@/hooks/useIsBrowser";

type Props = {
  /** One component made by `lazy`. */
  readonly children: ReactNode;
  /** What keeps its place: all that the server draws. */
  readonly place?: ReactNode;
};

/** A part that only the browser can draw, such as what a wallet tells. Its code comes after the page's own. */
export function BrowserPart({ children, place }: Props) {
  return useIsBrowser() ? <Suspense fallback={place}>{children}</Suspense> : place;
}
