/**
 * Loads the readers that the queries import lazily. Done before the first refresh, so that all queries of a page reach
 * the reader in the same turn, and so share one multicall from the first block on.
 */
export async function loadReaders(): Promise<void> {
  await Promise.all([
    import("@/lib/protocols/ballast/read/readVaults"),
    import("@/lib/protocols/ballast/read/readFeeds"),
    import("@/lib/protocols/ballast/read/readPositions"),
    import("@/lib/protocols/ballast/read/readWalletTokens"),
    import("@/lib/protocols/ballast/read/readStoredAllocation"),
    import("@/lib/chain/readCoinBalance"),
  ]);
}
