"use client";

import { useEffect, useState } from "react";

/** Is any of the element with this id on screen? */
export function useIsOnScreen(id: string): boolean {
  const [isOnScreen, setIsOnScreen] = useState(false);
  // Synchronises with the scroll position, by the browser's own observer.
  useEffect(() => {
    const element = document.getElementById(id);
    if (element === null) return;
    const observer = new IntersectionObserver(([entry]) => setIsOnScreen(entry?.isIntersecting === true));
    observer.observe(element);
    return () => observer.disconnect();
  }, [id]);
  return isOnScreen;
}
