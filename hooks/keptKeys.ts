/** One thing that this browser keeps for the app: `tab` is gone with the tab. */
export type KeptKey = { readonly place: "browser" | "tab"; readonly key: string; readonly characters: number };

/** Everything in this site's storage, by key; nothing where the browser refuses it. */
export function keptKeys(): readonly KeptKey[] {
  return [...keysOf("browser"), ...keysOf("tab")];
}

/** Removes one of them. */
export function removeKept({ place, key }: Pick<KeptKey, "place" | "key">): void {
  try {
    storageOf(place).removeItem(key);
  } catch {
    // A browser that refuses its storage keeps nothing in it.
  }
}

function keysOf(place: KeptKey["place"]): readonly KeptKey[] {
  try {
    const storage = storageOf(place);
    const keys = Object.keys(storage).sort();
    return keys.map((key) => ({ place, key, characters: key.length + (storage.getItem(key)?.length ?? 0) }));
  } catch {
    return [];
  }
}

function storageOf(place: KeptKey["place"]): Storage {
  return place === "browser" ? localStorage : sessionStorage;
}
