import { price8ToNumber } from "@/lib/units/Price8";
import { NOW, putVault } from "@/lib/vault/vaultFixture";
import { marketOf } from "../vault/marketFixture";
import type { BuildCoin, BuildFigures } from "./BuildFigures";
import { computeBuildFigures } from "./computeBuildFigures";
import type { Draft } from "./Draft";
import { type ListedExpiry, listedExpiries } from "./listedExpiries";
import type { BuildPlace } from "./resolveDraft";

/** A market, a coin and a draft that the builder's tests share. */
export const VIEW = marketOf();
const VAULT = putVault();
export const COIN: BuildCoin = {
  symbol: "ETH",
  spot: price8ToNumber(VAULT.spot.price),
  isSpotStale: false,
  underlying: VAULT.underlying,
  quote: VAULT.quote,
};
const EXPIRIES = listedExpiries(VIEW, NOW);
export const PLACE: BuildPlace = { coin: "ETH", spot: COIN.spot, now: NOW, surface: VIEW.surface, expiries: EXPIRIES };
export const LISTED = EXPIRIES[0] as ListedExpiry;

export function draftOf(changes: Partial<Draft> = {}): Draft {
  const sold = { isPut: true, side: -1, strike: LISTED.strikes[3] ?? 0, quantity: 1 } as const;
  return {
    ...{ coin: "ETH", expiry: LISTED.expiry, deposit: "quote", size: 1, collateral: null, outlook: "neutral" },
    legs: [sold],
    ...changes,
  };
}

export function figuresOf(changes: Partial<Draft> = {}): BuildFigures {
  const outcome = computeBuildFigures({ draft: draftOf(changes), coin: COIN, listed: LISTED, view: VIEW, now: NOW });
  if (!outcome.ok) throw new RangeError(outcome.absence.reason);
  return outcome.figures;
}
