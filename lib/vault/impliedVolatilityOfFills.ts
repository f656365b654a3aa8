import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { EpochLeg, Fill } from "./Epoch";
import type { Vault } from "./Vault";
import { depositKind } from "./vaultProduct";
import { type SaleReason, volatilityOfSale } from "./volatilityOfSale";

/** The volatility that this epoch's own sales imply, leg by leg; or why there is none. There is never a default. */
export type FillsVolatility =
  | {
      readonly ok: true;
      /** One a leg, in the legs' order, annualised. */
      readonly volatilities: readonly number[];
      /** Of the legs that were sold, their mean; the one figure for a heading. */
      readonly headline: number;
      /** When the fills were made, weighted by size. */
      readonly filledAt: UnixSeconds;
      readonly ageSeconds: bigint;
    }
  | SaleReason;

/** The open epoch's {@link volatilityOfSale}, with its age. A vault at rest has sold nothing. */
export function impliedVolatilityOfFills(
  vault: Pick<Vault, "epoch" | "asset" | "underlying">,
  fills: readonly Fill[],
  now: UnixSeconds,
): FillsVolatility {
  const { epoch } = vault;
  if (epoch.phase === "idle") return { ok: false, reason: "nothingSold" };
  const isInUnderlying = depositKind(vault) === "underlying";
  const sale = volatilityOfSale({ ...epoch, isInUnderlying, decimals: vault.asset.decimals }, fills);
  if (!sale.ok) return sale;
  const { volatilities, filledAt } = sale;
  const headline = headlineOf(epoch.legs, volatilities);
  return { ok: true, volatilities, headline, filledAt, ageSeconds: now > filledAt ? now - filledAt : 0n };
}

function headlineOf(legs: readonly EpochLeg[], volatilities: readonly number[]): number {
  const sold = volatilities.filter((_, index) => legs[index]?.side === -1);
  const chosen = sold.length > 0 ? sold : volatilities;
  return chosen.reduce((sum, volatility) => sum + volatility, 0) / chosen.length;
}
