import { BPS } from "@/lib/units/Bps";
import { type Price8, price8 } from "@/lib/units/Price8";
import { divRounded, powerOfTen } from "@/lib/units/rounding";
import { WAD, type Wad, wad } from "@/lib/units/Wad";
import type { Loan, LoanPart } from "./Loan";
import type { Address } from "./Token";

/** The price of one asset at which a loan can be liquidated while all other prices stay, and on which side it lies. */
export type LiquidationPrice = { readonly price: Price8; readonly side: "below" | "above" };

/** Values below are dollars with 8 decimals times this: nothing is rounded before the last division. */
const SCALE = powerOfTen(36);

/**
 * Where the health of a loan is 1 when only the price of `asset` moves: Σ collateral·price·threshold = Σ debt·price, solved
 * for that price. Rounded so that it is reached too early and not too late. Null without debt, for an asset that cannot bring
 * it about alone, and where the parts do not explain the pool's own figure.
 */
export function liquidationPrice(
  { parts, isExplained }: Pick<Loan, "parts" | "isExplained">,
  asset: Address,
): LiquidationPrice | null {
  if (!isExplained) return null;
  const others = parts.filter((part) => part.asset.address !== asset);
  const own = parts.filter((part) => part.asset.address === asset);
  const surplus = others.reduce((sum, part) => sum + perDollar(part) * part.price, 0n);
  const slope = own.reduce((sum, part) => sum + perDollar(part), 0n);
  // A surplus covers the debts without this asset: then only owing it can do harm, and the other way round.
  if (slope > 0n && surplus < 0n) return { price: price8(divRounded(-surplus, slope, "up")), side: "below" };
  if (slope < 0n && surplus > 0n) return { price: price8(divRounded(surplus, -slope, "down")), side: "above" };
  return null;
}

/** The health that the parts themselves give, rounded down: what the pool's own figure is held against. Null without debt. */
export function healthOf(parts: readonly LoanPart[]): Wad | null {
  const debts = parts.reduce((sum, part) => sum + units(part.debt, part) * part.price, 0n);
  if (debts === 0n) return null;
  const counted = parts.reduce((sum, part) => sum + weighed(part) * part.price, 0n);
  return wad(divRounded(counted * WAD, debts, "down"));
}

/** The collateral whose value, as far as it counts, is the largest; null without any. The coin that a load line names, unless it is a dollar. */
export function largestCollateral(parts: readonly LoanPart[]): LoanPart | null {
  const [first, ...others] = parts.filter(({ collateral }) => collateral > 0n);
  if (first === undefined) return null;
  return others.reduce((largest, part) => (countedValue(part) > countedValue(largest) ? part : largest), first);
}

/** What a dollar of price brings (+) or costs (−), by this part. */
function perDollar(part: LoanPart): bigint {
  return weighed(part) - units(part.debt, part);
}

function weighed(part: LoanPart): bigint {
  return (units(part.collateral, part) * part.liquidationThreshold) / BPS;
}

function units(amount: bigint, { asset }: LoanPart): bigint {
  return (amount * SCALE) / powerOfTen(asset.decimals);
}

function countedValue(part: LoanPart): bigint {
  return weighed(part) * part.price;
}
