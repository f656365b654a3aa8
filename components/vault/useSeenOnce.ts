"use client";

import { type RefObject, useEffect, useState } from "react";

/** True from the first time an element comes near the screen: what is below the fold is loaded then. */
export function useSeenOnce(element: RefObject<Element | null>): boolean {
  const [isSeen, setIsSeen] = useState(false);
  // Synchronises with the scroll position, by the browser's own observer.
  useEffect(() => {
    const target = element.current;
    if (target === null || isSeen) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setIsSeen(true);
      },
      { rootMargin: "300px" },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, isSeen]);
  return isSeen;
}
