import type { Product } from "@/lib/products/Product";
import { profitBeforeExpiry, valueBeforeExpiry } from "@/lib/products/value";
import { price8ToNumber } from "@/lib/units/Price8";
import { sharesToNumber } from "@/lib/units/Shares";
import { type TokenAmount, tokenToNumber } from "@/lib/units/TokenAmount";
import { type UnixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import type { Fill } from "@/lib/vault/Epoch";
import { type LegVolatilities, legVolatilities } from "@/lib/vault/legVolatilities";
import type { MarketSurface } from "@/lib/vault/MarketSurface";
import type { Position as VaultPosition } from "@/lib/vault/Position";
import { type PositionValue, positionValue } from "@/lib/vault/positionValue";
import type { Vault } from "@/lib/vault/Vault";
import { depositKind, vaultProduct } from "@/lib/vault/vaultProduct";
import type { Position } from "./Position";

/** What an address has in a vault, valued now. Dollars; a quote asset counts as one. Fees of the open epoch are not taken off. */
export type VaultHolding = {
  readonly vault: Vault;
  readonly position: VaultPosition;
  readonly value: PositionValue;
  /** Shares at risk at the model's price, everything else at its face. */
  readonly valueUsd: number;
  readonly atRiskUsd: number;
  /** Since the epoch opened, in dollars and in the deposit asset. Null while no options are held, or cannot be priced. */
  readonly epochProfit: { readonly usd: number; readonly inAsset: number } | null;
  /** What the risk functions revalue: options with their deposit, and what waits as plain cash. */
  readonly risk: readonly Position[];
  /** At what volatilities the options are valued, and who says so; null while none are held. */
  readonly volatility: LegVolatilities | null;
  /** True when options are held whose volatility neither market nor fills give: value and risk are then those of the cash alone. */
  readonly isUnpriced: boolean;
};

/** The vault, its fills, and what an address has in it. */
export type VaultHoldingInput = {
  readonly vault: Vault;
  readonly fills: readonly Fill[];
  readonly position: VaultPosition;
  /** The option market of the vault's coin, as `useMarkets` gives it; one that is not there is an answer too. */
  readonly market: MarketSurface;
  /** Chain time. */
  readonly now: UnixSeconds;
};

/** Looks through shares to the options of the open epoch, at the volatilities that {@link legVolatilities} chooses. */
export function vaultHolding({ vault, fills, position, now, market }: VaultHoldingInput): VaultHolding {
  const value = positionValue(position, vault);
  const options = optionsHeld({ vault, fills, market, now });
  const held = "product" in options ? options : undefined;
  const waiting = cashPosition(vault, cashUnits(vault, value, held !== undefined));
  const units = held ? sharesToNumber(value.sharesAtRisk) * held.unitsPerShare : 0;
  const risk = held ? [{ product: held.product, units, market: held.market }, waiting] : [waiting];
  const atRiskUsd = held
    ? units * valueBeforeExpiry(held.product, held.market, "usd")
    : assetUnits(value.assetsAtRisk, vault) * assetPrice(vault);
  const waitingAssets = (value.totalAssets - value.assetsAtRisk) as TokenAmount;
  return {
    vault,
    position,
    value,
    atRiskUsd,
    valueUsd: atRiskUsd + assetUnits(waitingAssets, vault) * assetPrice(vault),
    epochProfit: held
      ? {
          usd: units * profitBeforeExpiry(held.product, held.market, "usd"),
          inAsset: units * profitBeforeExpiry(held.product, held.market, "depositAsset"),
        }
      : null,
    risk,
    volatility: "volatility" in options ? options.volatility : null,
    isUnpriced: "isUnpriced" in options,
  };
}

type Held = {
  readonly product: Product;
  readonly unitsPerShare: number;
  readonly market: Position["market"];
  readonly volatility: LegVolatilities;
};

type Unpriced = { readonly isUnpriced: true; readonly volatility: LegVolatilities };

/** The options of the epoch in today's market; nothing when none were sold, or without a volatility. */
function optionsHeld(at: {
  readonly vault: Vault;
  readonly fills: readonly Fill[];
  readonly market: MarketSurface;
  readonly now: UnixSeconds;
}): Held | Unpriced | Record<string, never> {
  const { vault, now } = at;
  const product = vaultProduct(vault);
  if (!product.ok || product.basis === "offered") return {};
  const volatility = legVolatilities(at);
  if (!volatility.ok) return { isUnpriced: true, volatility };
  const timeToExpiryYears = Math.max(0, yearsBetween(now, vault.epoch.expiry));
  const market = { spot: price8ToNumber(vault.spot.price), timeToExpiryYears, volatilities: volatility.volatilities };
  return { product: product.product, unitsPerShare: product.unitsPerShare, market, volatility };
}

/** The deposit asset that carries no option: all of it, or only what waits or is claimable. */
function cashUnits(vault: Vault, value: PositionValue, hasOptions: boolean): number {
  const assets = hasOptions ? value.totalAssets - value.assetsAtRisk : value.totalAssets;
  return assetUnits(assets as TokenAmount, vault);
}

function cashPosition(vault: Vault, units: number): Position {
  const spot = price8ToNumber(vault.spot.price);
  const product: Product = {
    underlying: vault.underlyingSymbol,
    deposit: depositKind(vault),
    expiry: vault.epoch.expiry,
    legs: [],
    cash: 1,
    premium: 0,
    entrySpot: spot,
  };
  return { product, units, market: { spot, timeToExpiryYears: 0, volatilities: [] } };
}

function assetUnits(assets: TokenAmount, vault: Vault): number {
  return tokenToNumber(assets, vault.asset.decimals);
}

/** One for a quote asset, the spot for the underlying. */
function assetPrice(vault: Vault): number {
  return depositKind(vault) === "underlying" ? price8ToNumber(vault.spot.price) : 1;
}
