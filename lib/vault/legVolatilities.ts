import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Fill } from "./Epoch";
import { impliedVolatilityOfFills } from "./impliedVolatilityOfFills";
import type { MarketSurface } from "./MarketSurface";
import {
  type AskedStrikes,
  type MarketAbsence,
  type MarketVolatilities,
  marketVolatilities,
} from "./marketVolatilities";
import type { Vault } from "./Vault";
import type { SaleReason } from "./volatilityOfSale";

/** By the epoch's own fills: what the options were sold at. */
export type FillsVolatilities = {
  readonly ok: true;
  readonly source: "fills";
  readonly volatilities: readonly number[];
  /** Mean of the legs that were sold. */
  readonly headline: number;
  /** When they were sold, weighted by size. */
  readonly asOf: UnixSeconds;
  readonly ageSeconds: bigint;
  /** A price paid has no error of a fit. */
  readonly error: null;
  /** Why it is not the market's. */
  readonly absence: MarketAbsence;
};

/**
 * The volatility of each leg of a vault's open epoch, where it is from and how old it is; or that there is none, and why:
 * `waiting`: the market has not answered yet; `idle`: the vault holds no options; else why the fills imply none. Never a
 * constant. Figures that rest on it carry its source and age.
 */
export type LegVolatilities =
  | MarketVolatilities
  | FillsVolatilities
  | { readonly ok: false; readonly reason: "waiting" | "idle" }
  | { readonly ok: false; readonly reason: SaleReason["reason"]; readonly absence: MarketAbsence };

/** A vault, the fills that its events tell, its coin's market (undefined: not known yet) and chain time. */
export type LegVolatilitiesInput = {
  readonly vault: Pick<Vault, "epoch" | "asset" | "underlying" | "spot">;
  readonly fills: readonly Fill[];
  readonly market: MarketSurface | undefined;
  readonly now: UnixSeconds;
};

/**
 * Chooses the source: the market's surface at each leg's strike while it is fresh by chain time, else the epoch's fills.
 * Strikes are read against the feed's spot, the forward of every valuation on chain, so a leg at the spot has the surface's
 * volatility at the money. The time is that from the surface to the epoch's expiry: while a surface ages its smile is not
 * pushed along the term structure.
 */
export function legVolatilities({ vault, fills, market, now }: LegVolatilitiesInput): LegVolatilities {
  if (vault.epoch.phase === "idle") return { ok: false, reason: "idle" };
  if (market === undefined) return { ok: false, reason: "waiting" };
  const byMarket = market.ok
    ? marketVolatilities(askedBy(vault), market.view, now)
    : { reason: market.reason, ageSeconds: null };
  if ("ok" in byMarket) return byMarket;
  const byFills = impliedVolatilityOfFills(vault, fills, now);
  if (!byFills.ok) return { ok: false, reason: byFills.reason, absence: byMarket };
  const { volatilities, headline, filledAt, ageSeconds } = byFills;
  return {
    ok: true,
    source: "fills",
    volatilities,
    headline,
    asOf: filledAt,
    ageSeconds,
    error: null,
    absence: byMarket,
  };
}

/** The strikes of an open epoch, against the feed's spot. */
function askedBy({ epoch, spot }: LegVolatilitiesInput["vault"]): AskedStrikes {
  const strikes = epoch.legs.map(({ strike }) => price8ToNumber(strike));
  return { strikes, expiry: epoch.expiry, spot: price8ToNumber(spot.price) };
}
