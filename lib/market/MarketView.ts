import type { VolatilitySurface } from "@/lib/pricing/VolatilitySurface";
import type { OptionQuote } from "./OptionQuote";

/** Why a line of the source was not used. */
export type QuoteFault = "stale" | "crossed" | "noPrice" | "outlier" | "notImplied" | "malformed" | "expired";

/** What the app knows of one coin's option market, as plain JSON; times are Unix seconds of the source's own clock. */
export type MarketView = {
  /** "ETH", "BTC". */
  readonly currency: string;
  /** Who says so: name for the screen, host of the source. */
  readonly source: { readonly name: string; readonly host: string };
  readonly indexPrice: number;
  /** When the source made what is shown: the oldest of the parts that the surface rests on. */
  readonly asOf: number;
  /** Cleaned, ascending in expiry, strike, put before call. */
  readonly quotes: readonly OptionQuote[];
  /** How many lines were left out, by reason. */
  readonly faults: Readonly<Partial<Record<QuoteFault, number>>>;
  readonly surface: VolatilitySurface;
  /** Over all quotes of the surface, in units of 1. */
  readonly rmsVolatility: number;
};

/** A market that is not there, and why: screens then fall back on the volatility of the epoch's fills, and say so. */
export type MarketAnswer =
  | { readonly ok: true; readonly view: MarketView }
  | {
      readonly ok: false;
      readonly reason: "notConfigured" | "unreachable" | "stale" | "unusable";
      readonly detail: string;
    };
