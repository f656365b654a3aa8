import { mulDiv, powerOfTen, type Rounding } from "@/lib/units/rounding";
import { type Shares, shares } from "@/lib/units/Shares";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { WAD, type Wad, wad } from "@/lib/units/Wad";

/** What the shares of a vault are backed by. Shares have 18 decimals, the asset 6 to 18. */
export type Backing = { readonly assets: TokenAmount; readonly supply: Shares; readonly assetDecimals: number };

/** Virtual shares: a millionth of a whole one, so that a gift to the vault cannot move the price at a profit. */
const VIRTUAL_SHARES = 10n ** 12n;

const SHARE_DECIMALS = 18;

/**
 * Price of a share at a settlement, 1e18 for one whole asset: min((a + V) / (s + V), a / s) with a the assets in 18
 * decimals and s the supply. Rounded down for redemptions, up for deposits. Twin of `ShareMath._price`.
 * Without shares there is no price: the starting one, 1.
 */
export function sharePriceOf({ assets, supply, assetDecimals }: Backing, rounding: Rounding): Wad {
  if (supply === 0n) return WAD;
  const scaled = assets * assetScale(assetDecimals);
  const diluted = mulDiv({ a: scaled + VIRTUAL_SHARES, b: WAD, denominator: supply + VIRTUAL_SHARES }, rounding);
  const plain = mulDiv({ a: scaled, b: WAD, denominator: supply }, rounding);
  if (diluted < plain) return wad(diluted);
  return wad(plain);
}

/** Assets that shares are worth at a price, rounded down, as a redemption pays them. Twin of `ShareMath.toAssetsDown`. */
export function toAssetsDown(held: Shares, price: Wad, assetDecimals: number): TokenAmount {
  return tokenAmount(mulDiv({ a: held, b: price, denominator: WAD }, "down") / assetScale(assetDecimals));
}

/** Shares that assets buy at a deposit price above 0, rounded down. Twin of `ShareMath.toSharesDown`. */
export function toSharesDown(assets: TokenAmount, price: Wad, assetDecimals: number): Shares {
  return shares(mulDiv({ a: assets * assetScale(assetDecimals), b: WAD, denominator: price }, "down"));
}

/** The vault's numbers that a conversion at today's price needs. */
export type PricedVault = { readonly sharePrice: Wad; readonly asset: { readonly decimals: number } };

/** What shares are worth at the vault's price of the last settlement. */
export function convertToAssets(held: Shares, vault: PricedVault): TokenAmount {
  return toAssetsDown(held, vault.sharePrice, vault.asset.decimals);
}

/**
 * Shares that assets would buy at the price of the last settlement, at least: deposits pay that price rounded up, which
 * is at most one unit more than the one for redemptions. A vault whose shares are worth nothing issues none.
 */
export function convertToShares(assets: TokenAmount, vault: PricedVault): Shares {
  if (vault.sharePrice === 0n) return shares(0n);
  return toSharesDown(assets, wad(vault.sharePrice + 1n), vault.asset.decimals);
}

/** 10^(18 − decimals): asset units to 18 decimals. */
function assetScale(decimals: number): bigint {
  return powerOfTen(SHARE_DECIMALS - decimals);
}
