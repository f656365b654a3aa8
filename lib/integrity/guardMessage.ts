/** What a page says to the service worker: watch me; and, once it does: look at what I had loaded before. */
export type GuardMessage = { readonly type: "claim" } | { readonly type: "loaded"; readonly urls: readonly string[] };

/** Tells a message of a page from anything else. */
export function isGuardMessage(value: unknown): value is GuardMessage {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  if (value.type === "claim") return true;
  return value.type === "loaded" && "urls" in value && Array.isArray(value.urls);
}
