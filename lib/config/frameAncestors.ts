import { SAFE_ENTRY } from "./safeEntry";

/** Sources of `frame-ancestors` for an address of the app. */
export type FrameAncestors = "'none'" | readonly string[];

/**
 * Who may show the page at this address in a frame: nobody, but for the Safe App's entry, which the named Safe pages may. This is the one
 * place that decides it. Without an origin the entry is closed too.
 */
export function frameAncestors(pathname: string, safeOrigins: readonly string[]): FrameAncestors {
  return pathname === SAFE_ENTRY && safeOrigins.length > 0 ? safeOrigins : "'none'";
}

/**
 * The Safe pages that a text names, separated by spaces or commas; null where one of them is no bare origin: a word too many would open the
 * entry to others. Plain http is for a Safe page on one's own machine alone.
 */
export function parseSafeOrigins(text: string): readonly string[] | null {
  const origins = text.split(/[\s,]+/).filter((one) => one !== "");
  return origins.every(isOrigin) ? [...new Set(origins)] : null;
}

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.origin !== text || /[*;']/.test(text)) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && ["localhost", "127.0.0.1"].includes(url.hostname));
}
