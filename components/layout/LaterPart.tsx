"use client";

import { Activity, type ReactNode, Suspense, useDeferredValue, useMemo, useState } from "react";
import { useIsBrowser } from "@/hooks/useIsBrowser";

type Props = {
  /** One component made by `lazy`. */
  readonly children: ReactNode;
  /** What keeps its place on the way from another page. */
  readonly place: ReactNode;
};

/**
 * A part of a page whose code comes after the first load. The server draws it where it stands, so that it is seen before any script
 * runs, and the browser takes it over when its code is there: React never sends what is in an `Activity` aside, to be swapped in by
 * a script, as it does with a large `Suspense`. On the way from another page there is nothing to take over, and `place` is shown at
 * once. Which of the two is decided when the part appears. Not to be put inside another such part.
 */
export function LaterPart({ children, place }: Props) {
  const isBrowser = useIsBrowser();
  const [isDrawnHere] = useState(isBrowser);
  // An update has to wait for the part's code; deferred, it holds up nothing but the part.
  const shown = useDeferredValue(children);
  return useMemo(
    () => (isDrawnHere ? <Suspense fallback={place}>{shown}</Suspense> : <Activity>{shown}</Activity>),
    [isDrawnHere, shown, place],
  );
}
