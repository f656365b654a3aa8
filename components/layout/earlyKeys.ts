/** Under this name the head's script keeps what it heard. */
export const EARLY_KEYS = "ballastEarlyKeys";

type EarlyKeys = readonly KeyboardEvent[] & { readonly hear: (event: KeyboardEvent) => void };

/** The last key presses of before somebody listened, in order, once: from then on nothing is kept. */
export function takeEarlyKeys(): readonly KeyboardEvent[] {
  const scope = window as { [EARLY_KEYS]?: EarlyKeys };
  const kept = scope[EARLY_KEYS];
  if (kept === undefined) return [];
  delete scope[EARLY_KEYS];
  document.removeEventListener("keydown", kept.hear);
  return kept;
}
