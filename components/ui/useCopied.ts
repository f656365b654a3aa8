"use client";

import { useEffect, useState } from "react";

const COPIED_MS = 2_000;

/** A text on its way to the clipboard: what became of it, for two seconds. */
export type Copied = { readonly outcome: "copied" | "refused" | undefined; readonly copy: (text: string) => void };

/** What a screen reader is told of it. */
export const COPIED_WORDS = { copied: "Copied", refused: "The browser refused to copy" } as const;

/** Did the browser take the text? */
export function useCopied(): Copied {
  const [outcome, setOutcome] = useState<Copied["outcome"]>();
  // The browser's timer: takes the answer away again.
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), COPIED_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  function copy(text: string) {
    navigator.clipboard.writeText(text).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  }
  return { outcome, copy };
}
