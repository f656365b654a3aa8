/** The production profile has none; the local one takes LocalTools.local.tsx in place of this file (next.config). */
export function LocalTools() {
  return null;
}
