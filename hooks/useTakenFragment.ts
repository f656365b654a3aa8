"use client";

import { useEffect, useState } from "react";
import { useFragment } from "./useFragment";

/**
 * Hands what stands behind `#` to `take`, once for each: what it understands (true) is then taken out of the address, so that a reload does not ask for
 * it again.
 */
export function useTakenFragment(take: (fragment: string) => boolean): void {
  const fragment = useFragment();
  const [seen, setSeen] = useState<{ readonly fragment: string | null; readonly isTaken: boolean }>({
    ...{ fragment: null, isTaken: false },
  });
  if (fragment !== seen.fragment) setSeen({ fragment, isTaken: fragment !== null && take(fragment) });
  const { isTaken } = seen;
  // The browser's address.
  useEffect(() => {
    if (isTaken) history.replaceState(history.state, "", location.pathname + location.search);
  }, [isTaken]);
}
