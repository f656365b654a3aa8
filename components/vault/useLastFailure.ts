"use client";

import { useState } from "react";

/**
 * The failure to show. A read that has never succeeded forgets its failure each time it is tried again, which is with every
 * block; the last one stands until something is known, so that the page does not flicker between the two.
 */
export function useLastFailure(error: Error | null, isKnown: boolean): Error | null {
  const [last, setLast] = useState(error);
  if (error !== null && error !== last) setLast(error);
  return error ?? (isKnown ? null : last);
}
