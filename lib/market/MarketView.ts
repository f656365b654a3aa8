import type { VolatilitySurface } from "@/lib/pricing/VolatilitySurface";
import type { OptionQuote } from "./OptionQuote";

/**
 * Why a line of the source was not used. `early`: its time is ahead of the chain's. `missing`: the source lists the option and says nothing of it. `thin`: too few
 * lines of its expiry are left to fit a smile.
 */
export type QuoteFault =
  | "stale"
  | "early"
  | "crossed"
  | "noPrice"
  | "outlier"
  | "notImplied"
  | "malformed"
  | "expired"
  | "missing"
  | "thin";

/** One hour's last fitted surface in four figures. Volatilities in units of 1. */
export type MarketMoment = {
  /** Time of the surface. */
  readonly asOf: number;
  /** At the money, for 7 and 30 days. */
  readonly volatility7Days: number;
  readonly volatility30Days: number;
  /** Volatility of the put less that of the call, each of delta 0.25: above 0 where falls cost more than rises. Null where no such option exists. */
  readonly skew7Days: number | null;
  readonly skew30Days: number | null;
};

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
  /** One moment an hour since the server started, oldest first, at most two weeks of them. */
  readonly history: readonly MarketMoment[];
};

/** A market that is not there, and why: screens then fall back on the volatility of the epoch's fills, and say so. */
export type MarketAnswer =
  | { readonly ok: true; readonly view: MarketView }
  | {
      readonly ok: false;
      readonly reason: "notConfigured" | "unreachable" | "stale" | "unusable";
      /** One sentence for people. */
      readonly detail: string;
    };
