/** The space after "on" does not break, and stands in no name that somebody gave: by it the two are told apart again. */
const BETWEEN = " on\u00a0";

/** A thing's name with its chain's, for what is of several chains: "ETH Covered Call on Base". */
export function nameOnChain(name: string, chain: string): string {
  return `${name}${BETWEEN}${chain}`;
}

/** The two of {@link nameOnChain} for where they stand apart; no chain where the name has none. */
export function chainOfName(name: string): { readonly title: string; readonly chain: string | null } {
  const at = name.lastIndexOf(BETWEEN);
  return at === -1
    ? { title: name, chain: null }
    : { title: name.slice(0, at), chain: name.slice(at + BETWEEN.length) };
}
