import { vi } from "vitest";

/** A browser's storage for a test, by its keys; a text that is put in is what somebody else wrote. Ends with `vi.unstubAllGlobals`. */
export function stubStorage(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  });
  vi.stubGlobal("window", new EventTarget());
  return kept;
}
