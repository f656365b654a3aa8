import type { VolatilitySurface } from "@/lib/pricing/VolatilitySurface";

/** What a vault's figures take from a coin's option market: a part of what the market source gives. Times are Unix seconds. */
export type MarketSurfaceView = {
  readonly source: { readonly name: string };
  readonly indexPrice: number;
  readonly asOf: number;
  readonly surface: VolatilitySurface;
  readonly rmsVolatility: number;
};

/** A market, or why there is none. `detail` is a sentence for people. */
export type MarketSurface =
  | { readonly ok: true; readonly view: MarketSurfaceView }
  | {
      readonly ok: false;
      readonly reason: "notConfigured" | "unreachable" | "stale" | "unusable";
      readonly detail: string;
    };

/**
 * A surface older than this, by chain time, values nothing. Five minutes: long enough to outlive a source's hiccup, short
 * enough that volatility has seldom moved by more than the fit's own error.
 */
export const MARKET_LIFE_SECONDS = 300;
/**
 * A surface made later than this after the chain's time is of another clock, and its age says nothing. A minute: blocks come
 * seconds apart, and a source's clock is right to a few of them.
 */
export const MARKET_LEAD_SECONDS = 60;
