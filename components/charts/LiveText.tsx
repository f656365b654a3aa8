"use client";

import { useEffect, useState } from "react";

const QUIET_MS = 500;

/** Words read out politely, at most every half second, so that a held key does not flood the listener. */
export function LiveText({ text }: { readonly text: string }) {
  const [spoken, setSpoken] = useState("");
  // The screen reader's queue.
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p aria-live="polite" className="visually-hidden">
      {spoken}
    </p>
  );
}
