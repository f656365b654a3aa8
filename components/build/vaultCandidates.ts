import { black } from "@/lib/pricing/black";
import { exactLegs } from "@/lib/products/exactLegs";
import type { Leg } from "@/lib/products/Leg";
import { requiredCollateral } from "@/lib/products/margin";
import type { Candidate } from "@/lib/products/matchProducts";
import type { Product } from "@/lib/products/Product";
import { bpsToNumber } from "@/lib/units/Bps";
import { price8ToNumber } from "@/lib/units/Price8";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { wadToNumber } from "@/lib/units/Wad";
import type { Vault } from "@/lib/vault/Vault";
import { depositKind } from "@/lib/vault/vaultProduct";
import type { BuildFigures } from "./BuildFigures";

const DAY_SECONDS = 86_400;

/**
 * A vault as it would open now for the structure's expiry: strikes as far from spot as in its last epoch (decision 71), each option at the same smile. One
 * package, with the collateral that full mode asks for it. A vault of another coin or without a price says so.
 */
export function vaultCandidate(
  vault: Vault,
  figures: BuildFigures,
  volatilityAt: (strike: number) => number,
): Candidate {
  const isSameCoin = vault.underlyingSymbol === figures.coin.symbol;
  return {
    id: vault.address,
    legs: vault.legs.map(({ isPut, side, minMoneyness, maxMoneyness }) => ({
      ...{ isPut, side, least: bpsToNumber(minMoneyness), most: bpsToNumber(maxMoneyness) },
    })),
    tenorDays: [vault.terms.minTenorSeconds / DAY_SECONDS, vault.terms.maxTenorSeconds / DAY_SECONDS],
    product: isSameCoin ? packageProduct(vault, figures, volatilityAt) : otherCoin(vault, figures),
  };
}

function packageProduct(vault: Vault, figures: BuildFigures, volatilityAt: (strike: number) => number): Product | null {
  const { spot, market, product } = figures;
  if (market === null) return null;
  const deposit = depositKind(vault);
  const legs = usualLegs(vault, spot);
  const usd = legs.reduce((sum, { isPut, side, strike, quantity }) => {
    const option = { forward: spot, strike, isPut, timeToExpiryYears: market.timeToExpiryYears };
    return sum - side * quantity * black({ ...option, volatility: volatilityAt(strike) }).price;
  }, 0);
  if (!Number.isFinite(usd)) return null;
  const { decimals } = vault.asset;
  const margin = requiredCollateral(exactLegs(legs), { inUnderlying: deposit === "underlying", decimals });
  return {
    ...{ underlying: vault.underlyingSymbol, deposit, expiry: product.expiry, legs },
    cash: margin.ok ? tokenToNumber(margin.required, decimals) : 0,
    premium: deposit === "underlying" ? usd / spot : usd,
    entrySpot: spot,
  };
}

/** Strikes as far from spot as the open or the last epoch's were; the middle of the policy's bounds before the first one. */
function usualLegs({ legs, epoch }: Vault, spot: number): readonly Leg[] {
  const spotThen = price8ToNumber(epoch.spotAtOpen);
  return legs.map(({ isPut, side, ratio, minMoneyness, maxMoneyness }, index): Leg => {
    const strikeThen = epoch.legs.length === legs.length ? epoch.legs[index]?.strike : undefined;
    const middle = (bpsToNumber(minMoneyness) + bpsToNumber(maxMoneyness)) / 2;
    const moneyness = strikeThen !== undefined && spotThen > 0 ? price8ToNumber(strikeThen) / spotThen : middle;
    return { isPut, side, strike: Math.round(moneyness * spot * 1e8) / 1e8, quantity: wadToNumber(ratio) };
  });
}

/** Nothing of it is priced: its coin alone is what it is told by. */
function otherCoin(vault: Vault, { product, spot }: BuildFigures): Product {
  const deposit = depositKind(vault);
  return { ...product, underlying: vault.underlyingSymbol, deposit, legs: [], cash: 0, premium: 0, entrySpot: spot };
}
