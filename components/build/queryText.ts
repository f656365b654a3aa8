import type { QueryName } from "./buildQuery";

const NAMES: readonly QueryName[] = ["asset", "expiry", "held", "size", "collateral", "legs", "outlook"];
/** Longer values are no structure, and would make an address nobody can share. */
const LONGEST = 400;

/** What of an address is the builder's, as it stands there; read by `parseBuildQuery`. */
export function queryText(query: { readonly get: (name: string) => string | null }): string {
  const own = new URLSearchParams();
  for (const name of NAMES) {
    const text = query.get(name);
    if (text !== null) own.set(name, text.slice(0, LONGEST));
  }
  const written = own.toString();
  return written === "" ? "" : `?${written}`;
}
