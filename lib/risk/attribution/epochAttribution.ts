import { price8ToNumber } from "@/lib/units/Price8";
import { type UnixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import type { Fill } from "@/lib/vault/Epoch";
import { depositKind } from "@/lib/vault/vaultProduct";
import { volatilityOfSale } from "@/lib/vault/volatilityOfSale";
import { bookValues } from "../bookValues";
import { holdingsBook } from "../holdingsBook";
import type { BookPart, RiskBook } from "../RiskBook";
import type { VaultHolding } from "../vaultHolding";
import type { Attribution } from "./Attribution";
import { bookAttribution } from "./bookAttribution";

/** A holding, what its vault's options were sold for, and chain time. */
export type EpochAttributionInput = {
  readonly holding: VaultHolding;
  readonly fills: readonly Fill[];
  readonly now: UnixSeconds;
};

/**
 * What a holding's result of the open epoch is made of, from the sale to now: the price from that of the opening, volatilities from those at which the
 * options were sold. So there is no auction edge in it: a sale below fair value shows as volatility. Null while no options are held or priced,
 * and where the fills imply no volatility.
 */
export function epochAttribution({ holding, fills, now }: EpochAttributionInput): Attribution | null {
  const { vault, epochProfit } = holding;
  const { epoch } = vault;
  if (epochProfit === null) return null;
  const isInUnderlying = depositKind(vault) === "underlying";
  const sale = volatilityOfSale({ ...epoch, isInUnderlying, decimals: vault.asset.decimals }, fills);
  if (!sale.ok) return null;
  // What waits in cash earns nothing in the epoch; only the first position has options.
  const end = holdingsBook([{ ...holding, risk: holding.risk.slice(0, 1) }]);
  const spot = price8ToNumber(epoch.spotAtOpen);
  const timeToExpiryYears = yearsBetween(sale.filledAt, epoch.expiry);
  const start: RiskBook = {
    coins: end.coins.map((coin) => ({ ...coin, spot })),
    parts: end.parts.map(
      (part): BookPart => ({
        ...part,
        legs: part.legs.map((leg, index) => ({
          ...leg,
          timeToExpiryYears,
          volatility: sale.volatilities[index] ?? Number.NaN,
        })),
      }),
    ),
  };
  return bookAttribution({
    start,
    endSpots: end.coins.map((coin) => coin.spot),
    endVolatilities: end.parts.map(({ legs }) => legs.map(({ volatility }) => volatility)),
    elapsedYears: Math.min(timeToExpiryYears, Math.max(0, yearsBetween(sale.filledAt, now))),
    endValues: bookValues(end),
  }).whole;
}
