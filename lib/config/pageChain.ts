/** The chain that a page's address names; null for pages of no chain in particular. */
export function pageChain(pathname: string): number | null {
  const named = /^\/vaults\/([1-9]\d{0,14})(\/|$)/.exec(pathname)?.[1];
  return named === undefined ? null : Number(named);
}
