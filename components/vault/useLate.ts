"use client";

import { useEffect, useState } from "react";

/** What takes no longer than this needs no word of waiting. */
const LATE_MILLISECONDS = 300;

/** Has this been going on for so long that it should be said? */
export function useLate(isWaiting: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  // The clock.
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setIsLate(true), LATE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isWaiting]);
  return isWaiting && isLate;
}
