import { surfaceLaw } from "@/lib/pricing/surfaceLaw";
import { breakevens } from "@/lib/products/breakevens";
import { exactLegs } from "@/lib/products/exactLegs";
import { type MarginResult, requiredCollateral } from "@/lib/products/margin";
import { outcomeZones } from "@/lib/products/outcomeZones";
import type { Product } from "@/lib/products/Product";
import { profitAtExpiry } from "@/lib/products/value";
import { bestCase, worstCase } from "@/lib/products/worstCase";
import { lawShortfall } from "@/lib/risk/lawShortfall";
import { settlementLevels } from "@/lib/risk/settlementLevels";
import { lossOdds, zoneOdds } from "@/lib/risk/zoneOdds";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { type UnixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { type MarketAbsence, type MarketVolatilities, marketVolatilities } from "@/lib/vault/marketVolatilities";
import type { MarketView } from "../vault/Market";
import type { BuildCoin, BuildFigures } from "./BuildFigures";
import type { Draft } from "./Draft";
import { fairPremium, legPrices } from "./legPrices";
import type { ListedExpiry } from "./listedExpiries";

/** A draft and the market it is priced in. */
export type BuildInput = {
  readonly draft: Draft;
  readonly coin: BuildCoin;
  readonly listed: ListedExpiry;
  readonly view: MarketView;
  readonly now: UnixSeconds;
};

/** The figures, or why the market gives none. */
export type BuildOutcome =
  | { readonly ok: true; readonly figures: BuildFigures }
  | { readonly ok: false; readonly absence: MarketAbsence };

const CONFIDENCE = 0.95;

/** Every figure of a structure from one market, one price and the chain's time. */
export function computeBuildFigures(input: BuildInput): BuildOutcome {
  const { draft, coin, view, now } = input;
  const strikes = draft.legs.map(({ strike }) => strike);
  const volatility = marketVolatilities({ strikes, expiry: draft.expiry, spot: coin.spot }, view, now);
  if (!("ok" in volatility)) return { ok: false, absence: volatility };
  return { ok: true, figures: figuresAt(input, volatility) };
}

function figuresAt({ draft, coin, listed, view, now }: BuildInput, volatility: MarketVolatilities): BuildFigures {
  const { spot } = coin;
  const timeToExpiryYears = Math.max(0, yearsBetween(now, draft.expiry));
  const market = { spot, timeToExpiryYears, volatilities: volatility.volatilities };
  const law = surfaceLaw(view.surface, { forward: spot, timeToExpiryYears });
  const legs = legPrices({ draft, listed, market });
  const premiumUsd = -legs.reduce((sum, { leg, fill }) => sum + leg.side * leg.quantity * fill, 0);
  const depositToken = draft.deposit === "underlying" ? coin.underlying : coin.quote;
  const unit = { inUnderlying: draft.deposit === "underlying", decimals: depositToken.decimals };
  const margin = requiredCollateral(exactLegs(legs.map(({ leg }) => leg)), unit);
  const premium = draft.deposit === "underlying" ? premiumUsd / spot : premiumUsd;
  const needed = neededTokens(draft, { margin, premium, decimals: unit.decimals });
  const product: Product = {
    underlying: coin.symbol,
    deposit: draft.deposit,
    expiry: draft.expiry,
    legs: legs.map(({ leg }) => leg),
    cash: draft.collateral ?? needed ?? (draft.deposit === "underlying" ? draft.size : 0),
    premium,
    entrySpot: spot,
  };
  const deviation = volatility.headline * Math.sqrt(timeToExpiryYears);
  const levels = settlementLevels(product, { spot, deviation });
  return {
    ...{ now, spot, product, basis: "sold", entry: null, volatility, market, law, draft, coin, listed, depositToken },
    vault: { underlyingSymbol: coin.symbol, epoch: { expiry: draft.expiry } },
    ...{ legs, premiumUsd, margin, needed },
    worst: worstCase(product, "usd"),
    best: bestCase(product, "usd"),
    breakevens: breakevens(product, "usd"),
    atZero: profitAtExpiry(product, 0, "usd"),
    profitOdds: 1 - lossOdds(zoneOdds(outcomeZones(product, "usd"), law)),
    expected: premiumUsd - fairPremium(legs),
    shortfall: lawShortfall({ product, law, levels, confidence: CONFIDENCE }),
    usedUpAt: usedUpAt(product, draft.collateral),
  };
}

type Need = { readonly margin: MarginResult; readonly premium: number; readonly decimals: number };

/** Held coins cover their own calls and are held whole; dollars are what the margin asks beyond the premium, or what the premium costs on top. */
function neededTokens(draft: Draft, { margin, premium, decimals }: Need): number | null {
  if (!margin.ok) return null;
  const required = tokenToNumber(margin.required, decimals);
  if (draft.deposit === "underlying") return Math.max(required, draft.size);
  return Math.max(0, required - premium);
}

/** Where collateral, premium and payoff together are nothing: beyond it somebody else would have to pay. */
function usedUpAt(product: Product, collateral: number | null): readonly number[] {
  if (collateral === null || product.deposit === "underlying") return [];
  return breakevens({ ...product, premium: product.premium + collateral }, "usd");
}
