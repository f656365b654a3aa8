import { lognormalLaw, type SettlementLaw } from "@/lib/pricing/SettlementLaw";
import { surfaceLaw } from "@/lib/pricing/surfaceLaw";
import { entryValue, type Product } from "@/lib/products/Product";
import { profitBounds } from "@/lib/products/profitBounds";
import type { ValuationMarket } from "@/lib/products/value";
import { type EpochTail, epochTail } from "@/lib/risk/epochTail";
import { price8ToNumber } from "@/lib/units/Price8";
import { sharesToNumber } from "@/lib/units/Shares";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { SECONDS_PER_YEAR, type UnixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { depositCapacity } from "@/lib/vault/depositCapacity";
import type { Fill, PastEpoch } from "@/lib/vault/Epoch";
import { epochSchedule } from "@/lib/vault/epochSchedule";
import { type FillsVolatility, impliedVolatilityOfFills } from "@/lib/vault/impliedVolatilityOfFills";
import { type LegVolatilities, legVolatilities } from "@/lib/vault/legVolatilities";
import type { MarketSurface } from "@/lib/vault/MarketSurface";
import { realisedReturn } from "@/lib/vault/realisedReturn";
import type { Vault } from "@/lib/vault/Vault";
import { depositKind, type VaultProduct, vaultProduct } from "@/lib/vault/vaultProduct";
import { holdingProduct } from "./holdingProduct";
import { realisedWindow } from "./realisedWindow";
import type { VaultFigures } from "./VaultFigures";

/** What the events told of a vault; undefined while they are not read. */
export type VaultPast = { readonly pastEpochs: readonly PastEpoch[]; readonly fills: readonly Fill[] } | undefined;

/** When a vault is looked at, by the chain's clock, and what the option market of its coin says; undefined while it is asked. */
export type VaultMoment = { readonly now: UnixSeconds; readonly market: MarketSurface | undefined };

/** ES and VaR leave out the best 95 of 100 outcomes. */
const CONFIDENCE = 0.95;

/** Every figure of a vault from one block, its events, the market and the chain's time: list and page show the same (decision 44). */
export function computeVaultFigures(vault: Vault, past: VaultPast, { now, market }: VaultMoment): VaultFigures {
  const schedule = epochSchedule(vault, now);
  const spot = price8ToNumber(vault.spot.price);
  const isInUnderlying = depositKind(vault) === "underlying";
  const assetUsd = isInUnderlying ? spot : 1;
  const open = vaultProduct(vault);
  const product = open.ok ? open.product : holdingProduct(vault, schedule.expiry.at);
  const entry = past === undefined ? null : impliedVolatilityOfFills(vault, past.fills, now);
  const volatility = volatilityNow(vault, past, { now, market });
  const premium = open.ok ? product.premium : null;
  const valued = marketOf({ product, volatility, spot, now });
  return {
    vault,
    now,
    schedule,
    spot,
    isSpotStale: now - vault.spot.updatedAt > BigInt(vault.spot.maxAgeSeconds),
    assetUsd,
    product,
    basis: open.ok ? open.basis : "none",
    unitsPerShare: unitsPerShare(vault, open),
    entry,
    volatility,
    market: valued,
    law: lawOf(valued, volatility, market),
    premium,
    projected: projectedPremium(vault, premium),
    tail: tailOf(vault, product, entry),
    largestLoss: profitBounds(product, "usd").largestLoss.profit / entryValue(product, "usd"),
    realised: past === undefined ? null : realisedWindow(realisedReturn({ epochs: past.pastEpochs, isInUnderlying })),
    depositsUsd: tokenToNumber(vault.totalAssets, vault.asset.decimals) * assetUsd,
    capUsd: tokenToNumber(vault.terms.cap, vault.asset.decimals) * assetUsd,
    capacity: depositCapacity(vault),
  };
}

function unitsPerShare(vault: Vault, open: VaultProduct): number {
  if (open.ok) return open.unitsPerShare;
  if (vault.totalShares === 0n) return 0;
  return tokenToNumber(vault.totalAssets, vault.asset.decimals) / sharesToNumber(vault.totalShares);
}

/** What the events do not tell yet is not known, rather than that nothing was sold. */
function volatilityNow(vault: Vault, past: VaultPast, moment: VaultMoment): LegVolatilities | null {
  const found = legVolatilities({ vault, fills: past?.fills ?? [], ...moment });
  return past === undefined && !(found.ok && found.source === "market") ? null : found;
}

function marketOf(at: {
  readonly product: Product;
  readonly volatility: LegVolatilities | null;
  readonly spot: number;
  readonly now: UnixSeconds;
}): ValuationMarket | null {
  if (!at.volatility?.ok || !(at.spot > 0)) return null;
  const timeToExpiryYears = Math.max(0, yearsBetween(at.now, at.product.expiry));
  return { spot: at.spot, timeToExpiryYears, volatilities: at.volatility.volatilities };
}

/** The smile's own law while the market values the options; by the fills the lognormal one of their mean volatility. */
function lawOf(
  valued: ValuationMarket | null,
  volatility: LegVolatilities | null,
  market: MarketSurface | undefined,
): SettlementLaw | null {
  if (valued === null || !volatility?.ok) return null;
  const time = { forward: valued.spot, timeToExpiryYears: valued.timeToExpiryYears };
  if (volatility.source === "market") return market?.ok ? surfaceLaw(market.view.surface, time) : null;
  return lognormalLaw({ ...time, volatility: volatility.headline });
}

function projectedPremium({ epoch }: Vault, premium: number | null): number | null {
  const seconds = Number(epoch.expiry - epoch.openedAt);
  return premium === null || premium <= 0 || seconds <= 0 ? null : (premium * SECONDS_PER_YEAR) / seconds;
}

function tailOf({ epoch }: Vault, product: Product, entry: FillsVolatility | null): EpochTail | null {
  if (!entry?.ok) return null;
  const timeToExpiryYears = yearsBetween(epoch.openedAt, epoch.expiry);
  return epochTail({
    product,
    timeToExpiryYears,
    volatility: entry.headline,
    confidence: CONFIDENCE,
    measure: "usd",
  });
}
