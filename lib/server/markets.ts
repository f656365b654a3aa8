import "server-only";
import { setTimeout } from "node:timers/promises";
import type { ServerDeployment } from "@/lib/config/Deployment";
import type { MarketAnswer } from "@/lib/market/MarketView";
import { marketCurrencies } from "@/lib/market/marketCurrencies";
import { readMarket } from "@/lib/market/readMarket";
import { loadDeployments } from "./loadDeployment";
import { createMarketCache, type MarketCache } from "./marketCache";
import { serverSource } from "./serverSource";

/** Coins of one source, and of those before it while a configuration is changed under a running server. */
const MOST_CACHES = 16;
/** A source in health answers in a few dozen milliseconds; a reader would rather have the figures of ten seconds ago than wait longer. */
const PATIENCE_MILLISECONDS = 500;

/**
 * Pages and route handlers are bundled apart and would each have a module's variables of their own; the process is what
 * they share.
 */
const CACHES = Symbol.for("ballast.marketCaches");
const shared: typeof globalThis & { [CACHES]?: Map<string, MarketCache> } = globalThis;

/** A coin's market as this server knows it now; null for a coin that no chain here has anything to do with. */
export async function marketAnswer({ marketUrl }: ServerDeployment, currency: string): Promise<MarketAnswer | null> {
  const { deployments } = await loadDeployments();
  if (!deployments.some((deployment) => marketCurrencies(deployment).includes(currency))) return null;
  if (marketUrl === null) {
    return { ok: false, reason: "notConfigured", detail: "No option market is configured for this app." };
  }
  const source = await serverSource();
  return cacheOf(marketUrl, currency).answer(async () => Number((await source.reader.read({})).block.timestamp));
}

function cacheOf(baseUrl: string, currency: string): MarketCache {
  shared[CACHES] ??= new Map();
  const caches = shared[CACHES];
  const key = `${currency} ${baseUrl}`;
  const known = caches.get(key);
  if (known !== undefined) return known;
  const [oldest] = caches.keys();
  if (caches.size >= MOST_CACHES && oldest !== undefined) caches.delete(oldest);
  const cache = createMarketCache({
    read: (now) => readMarket({ baseUrl, fetch }, { currency, now }),
    clock: () => performance.now(),
    patience: () => setTimeout(PATIENCE_MILLISECONDS),
  });
  caches.set(key, cache);
  return cache;
}
