"use client";

import { Activity, type ReactNode, Suspense, useDeferredValue, useEffect, useMemo, useState } from "react";
import { useIsBrowser } from "@/hooks/useIsBrowser";

type Props = {
  /**
   * One component made by `lazy`. What it shows at first comes from its props alone: a hook that reads what has changed since the server
   * drew it would contradict the server's text.
   */
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
  if (isDrawnHere) return <Suspense fallback={place}>{children}</Suspense>;
  return <TakenOver>{children}</TakenOver>;
}

function TakenOver({ children }: Pick<Props, "children">) {
  const [isLive, setIsLive] = useState(false);
  const deferred = useDeferredValue(children);
  // An update that meets the part before its code is there has to wait for it; deferred, it holds up nothing else.
  const shown = isLive ? children : deferred;
  return useMemo(
    () => (
      <Activity>
        {shown}
        <Arrival onArrival={setIsLive} />
      </Activity>
    ),
    [shown],
  );
}

/** Says when what stands beside it is live. */
function Arrival({ onArrival }: { readonly onArrival: (isLive: boolean) => void }) {
  // React runs an effect when the whole boundary is taken over: that is what is waited for.
  useEffect(() => onArrival(true), [onArrival]);
  return null;
}
