import "server-only";
import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { MarketAnswer } from "@/lib/market/MarketView";
import { marketCurrency } from "@/lib/market/marketCurrency";
import { blockQueries } from "@/lib/queries/blockQueries";
import { controlQueries } from "@/lib/queries/controlQueries";
import { feedQueries } from "@/lib/queries/feedQueries";
import { historyQueries } from "@/lib/queries/historyQueries";
import { marketQueries } from "@/lib/queries/marketQueries";
import { vaultQueries } from "@/lib/queries/vaultQueries";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { loadDeployment } from "./loadDeployment";
import { marketAnswer } from "./markets";
import { chainSourceOf, serverSource } from "./serverSource";
import { within } from "./within";

/** The page is sent without its numbers after this long; the browser then asks the nodes itself. */
const PATIENCE_MILLISECONDS = 3_000;
/** The option market is kept by the server and is usually there at once; only the first page after a start finds it cold. */
const MARKET_PATIENCE_MILLISECONDS = 500;

/** All vaults, their histories and the block, for `HydrationBoundary`. */
export function prefetchVaults(): Promise<DehydratedState> {
  return prefetch(serverSource(), async (queries, source) => {
    const vaults = queries.fetchQuery(vaultQueries.list(source));
    await readAlways(queries, source);
    await Promise.all([
      queries.prefetchQuery(historyQueries.ofVaults(source, await vaults)),
      prefetchMarkets(queries, source, await vaults),
    ]);
  });
}

/** One vault of the chain of a number as text, its history and the block. */
export function prefetchVault(chain: string, address: Address): Promise<DehydratedState> {
  return prefetch(chainSourceOf(chain), async (queries, source) => {
    const vault = queries.fetchQuery(vaultQueries.detail(source, address));
    await readAlways(queries, source);
    await Promise.all([
      queries.prefetchQuery(historyQueries.ofVaults(source, [await vault])),
      queries.prefetchQuery(controlQueries.gasPrice(source)),
      prefetchMarkets(queries, source, [await vault]),
    ]);
  });
}

/** Who may change what on the chain of a number as text (without one the home chain), with the vaults and the feeds that it is about. */
export function prefetchControls(chain?: string): Promise<DehydratedState> {
  return prefetch(chain === undefined ? serverSource() : chainSourceOf(chain), async (queries, source) => {
    const vaults = queries.fetchQuery(vaultQueries.list(source));
    const controls = queries.prefetchQuery(controlQueries.all(source));
    await readAlways(queries, source);
    await Promise.all([controls, queries.prefetchQuery(historyQueries.ofVaults(source, await vaults))]);
  });
}

/** What every page shows: the newest block's time, and the feeds' prices in the bar. */
async function readAlways(queries: QueryClient, source: ChainSource): Promise<void> {
  await Promise.all([
    queries.prefetchQuery(blockQueries.newest(source)),
    queries.prefetchQuery(feedQueries.all(source)),
  ]);
}

/**
 * The vaults' markets without their quotes, which are many and which figures do not need. Marked as old, so that the browser asks
 * for all of it at once. A source that is slow holds no page up.
 */
async function prefetchMarkets(queries: QueryClient, source: ChainSource, vaults: readonly Vault[]): Promise<void> {
  const configuration = await loadDeployment();
  const underlyings = [...new Set(vaults.map(({ underlyingSymbol }) => underlyingSymbol))];
  const all = underlyings.map(async (underlying) => {
    const currency = marketCurrency(underlying);
    const answer = currency === null ? null : await marketAnswer(configuration, currency);
    if (answer === null) return;
    const shown: MarketAnswer = answer.ok ? { ok: true, view: { ...answer.view, quotes: [] } } : answer;
    queries.setQueryData(marketQueries.view(source, underlying).queryKey, shown, { updatedAt: 0 });
  });
  await within(MARKET_PATIENCE_MILLISECONDS, Promise.all(all));
}

/**
 * Runs the queries and hands over what succeeded in time. A failure is not the server's to show: the browser asks again
 * and says what it meets.
 */
async function prefetch(
  asked: Promise<ChainSource | null>,
  run: (queries: QueryClient, source: ChainSource) => Promise<void>,
): Promise<DehydratedState> {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const source = await asked;
  if (source !== null) await within(PATIENCE_MILLISECONDS, run(queries, source));
  return dehydrate(queries);
}
