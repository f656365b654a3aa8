"use client";

import { useEffect } from "react";

/** Prints the page in its light look, whatever it has on screen: ink on paper. */
export function usePrintedLight(): void {
  // The browser's print preview, by whatever means it was opened.
  useEffect(() => {
    const root = document.documentElement;
    let before: string | undefined;
    const toLight = () => {
      before = root.dataset.theme;
      root.dataset.theme = "light";
    };
    const back = () => {
      if (before !== undefined) root.dataset.theme = before;
    };
    addEventListener("beforeprint", toLight);
    addEventListener("afterprint", back);
    return () => {
      removeEventListener("beforeprint", toLight);
      removeEventListener("afterprint", back);
    };
  }, []);
}
