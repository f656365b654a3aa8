import type { MarketOf } from "@/hooks/useMarkets";

/** What the app knows of a coin's option market, or why it knows nothing. */
export type Market = NonNullable<ReturnType<MarketOf>>;

/** A market that is there: quotes, fitted surface and its history. */
export type MarketView = Extract<Market, { ok: true }>["view"];
