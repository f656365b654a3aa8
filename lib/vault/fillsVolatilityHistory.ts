import { price8ToNumber } from "@/lib/units/Price8";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Fill, PastEpoch } from "./Epoch";
import type { StrategyLeg, Vault } from "./Vault";
import { depositKind } from "./vaultProduct";
import { type Sale, type SaleReason, volatilityOfSale } from "./volatilityOfSale";

/** At what volatility an epoch was sold; or why its fills do not tell. */
export type EpochVolatility =
  | {
      readonly ok: true;
      readonly number: number;
      /** When it was sold, weighted by size. */
      readonly filledAt: UnixSeconds;
      readonly expiry: UnixSeconds;
      /** At the spot of the opening, annualised: between the nearest strikes on either side, or the nearest strike's own. */
      readonly volatility: number;
      /** ln(strike/spot) of the strike that stands for the money; 0 when strikes lie on either side of it. */
      readonly distance: number;
      /** Mean volatility of the puts sold less that of the calls sold; null without both. */
      readonly skew: number | null;
    }
  | ({ readonly number: number; readonly expiry: UnixSeconds } & SaleReason);

/** The events of a vault. */
export type FillsPast = { readonly pastEpochs: readonly PastEpoch[]; readonly fills: readonly Fill[] };

/**
 * The volatilities at which a vault's epochs were sold, oldest first, the open one last: the one history of volatility that
 * is on chain for good. What strikes and sides an epoch had is known from its opening and from the policy's legs, which
 * never change; an epoch whose strikes do not fit them says `pricesIncomplete`.
 */
export function fillsVolatilityHistory(
  vault: Pick<Vault, "epoch" | "legs" | "asset" | "underlying">,
  { pastEpochs, fills }: FillsPast,
): readonly EpochVolatility[] {
  const paid = { isInUnderlying: depositKind(vault) === "underlying", decimals: vault.asset.decimals };
  const sales: readonly Sale[] = [
    ...pastEpochs.map((epoch) => ({ ...epoch, ...paid, legs: legsOf(vault.legs, epoch) })),
    ...(vault.epoch.phase === "idle" || vault.epoch.sizeSold === 0n ? [] : [{ ...vault.epoch, ...paid }]),
  ];
  return sales.map((sale) => epochVolatility(sale, { fills, template: vault.legs }));
}

function legsOf(template: readonly StrategyLeg[], { strikes }: PastEpoch): Sale["legs"] {
  return template.flatMap(({ isPut }, index) => {
    const strike = strikes[index];
    return strike === undefined ? [] : [{ isPut, strike }];
  });
}

function epochVolatility(
  sale: Sale,
  { fills, template }: { readonly fills: readonly Fill[]; readonly template: readonly StrategyLeg[] },
): EpochVolatility {
  const { number, expiry } = sale;
  const implied: ReturnType<typeof volatilityOfSale> =
    sale.legs.length === template.length ? volatilityOfSale(sale, fills) : { ok: false, reason: "pricesIncomplete" };
  if (!implied.ok) return { number, expiry, ...implied };
  const { volatilities, filledAt } = implied;
  return {
    ok: true,
    number,
    filledAt,
    expiry,
    ...atTheMoney(smileOf(sale, volatilities)),
    skew: skewOf(template, volatilities),
  };
}

type SmilePoint = { readonly distance: number; readonly volatility: number };

function smileOf({ legs, spotAtOpen }: Sale, volatilities: readonly number[]): readonly SmilePoint[] {
  const spot = price8ToNumber(spotAtOpen);
  return legs
    .map(({ strike }, index) => ({
      distance: Math.log(price8ToNumber(strike) / spot),
      volatility: volatilities[index] ?? Number.NaN,
    }))
    .toSorted((a, b) => a.distance - b.distance);
}

/** On the line between the nearest strikes below and above the money, or the volatility of the nearest one. */
function atTheMoney(smile: readonly SmilePoint[]): SmilePoint {
  const below = smile.findLast(({ distance }) => distance <= 0);
  const above = smile.find(({ distance }) => distance >= 0);
  const near = below ?? above;
  if (below === undefined || above === undefined || below.distance === above.distance) {
    const distance = near?.distance ?? Number.NaN;
    return { distance, volatility: mean(smile.filter((point) => point.distance === distance)) };
  }
  const share = -below.distance / (above.distance - below.distance);
  return { distance: 0, volatility: below.volatility + share * (above.volatility - below.volatility) };
}

/** A put and a call of one strike count half each. */
function mean(points: readonly SmilePoint[]): number {
  return points.reduce((sum, { volatility }) => sum + volatility, 0) / points.length;
}

function skewOf(template: readonly StrategyLeg[], volatilities: readonly number[]): number | null {
  const meanOf = (isPut: boolean) => {
    const sold = volatilities.filter((_, index) => template[index]?.side === -1 && template[index]?.isPut === isPut);
    return sold.length === 0 ? null : sold.reduce((sum, volatility) => sum + volatility, 0) / sold.length;
  };
  const [puts, calls] = [meanOf(true), meanOf(false)];
  return puts === null || calls === null ? null : puts - calls;
}
