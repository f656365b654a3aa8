import type { Product } from "@/lib/products/Product";
import { valueBeforeExpiry } from "@/lib/products/value";
import { price8ToNumber } from "@/lib/units/Price8";
import { sharesToNumber } from "@/lib/units/Shares";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { type UnixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import type { CashFlow } from "@/lib/vault/cashFlows";
import type { Fill } from "@/lib/vault/Epoch";
import { depositKind, vaultProduct } from "@/lib/vault/vaultProduct";
import { volatilityOfSale } from "@/lib/vault/volatilityOfSale";
import { bookValue, bookValues } from "../bookValues";
import { holdingsBook } from "../holdingsBook";
import type { BookPart, RiskBook } from "../RiskBook";
import type { VaultHolding } from "../vaultHolding";
import { type Attribution, summedAttribution } from "./Attribution";
import { accruedFees } from "./accruedFees";
import { bookAttribution } from "./bookAttribution";

/** A holding, what its vault's options were sold for, and chain time. */
export type EpochAttributionInput = {
  readonly holding: VaultHolding;
  readonly fills: readonly Fill[];
  readonly now: UnixSeconds;
  /** What came and went since the epoch opened, each at its own dollars; null while that is not known, or cannot be. */
  readonly flows: readonly CashFlow[] | null;
  /** One a leg: what a surface of the time of the sale said; null where none is on record. */
  readonly fairVolatilities: readonly number[] | null;
};

/** The value at the start, and what made the value at the end of it: start + total = end. */
export type EpochAttribution = {
  readonly causes: Attribution;
  readonly startUsd: number;
  /** After the fees that have accrued. */
  readonly endUsd: number;
  /** The auction's edge is told as premium; else it is in the effect of volatility. */
  readonly isEdgeKnown: boolean;
  /** Deposits and withdrawals are told, and what waits is in both values; else both are those of the shares held now. */
  readonly areFlowsKnown: boolean;
};

/**
 * What a holding's result of the open epoch is made of, from the sale to now: the price from that of the opening, volatilities from those at which the
 * options were sold, or from those of a surface of that time, which then tells the auction's edge. Null while no options are priced, and
 * where the fills imply no volatility.
 */
export function epochAttribution(input: EpochAttributionInput): EpochAttribution | null {
  const { holding, fills, now, flows, fairVolatilities } = input;
  const { vault, epochProfit } = holding;
  const { epoch } = vault;
  const product = vaultProduct(vault);
  if (epochProfit === null || !product.ok) return null;
  const isInUnderlying = depositKind(vault) === "underlying";
  const sale = volatilityOfSale({ ...epoch, isInUnderlying, decimals: vault.asset.decimals }, fills);
  if (!sale.ok) return null;
  const [options, waiting] = holding.risk;
  if (options === undefined || waiting === undefined) return null;
  const moved = flowsMoved(holding, flows ?? []);
  const startUnits = options.units - moved.shares * product.unitsPerShare;
  const waited = flows === null ? { now: 0, start: 0 } : { now: waiting.units, start: waiting.units - moved.assets };
  const end = bookOf(holding, [options.units, waited.now]);
  const held = bookOf(holding, [startUnits, waited.start]);
  const timeToExpiryYears = yearsBetween(sale.filledAt, epoch.expiry);
  const spot = price8ToNumber(epoch.spotAtOpen);
  const startAt = (volatilities: readonly number[]) => atSale(held, { volatilities, timeToExpiryYears, spot });
  const [sold, fair] = [startAt(sale.volatilities), startAt(fairVolatilities ?? sale.volatilities)];
  const startUsd = bookValue(sold);
  const fees = feesUsd(holding, { options, product: product.product, now });
  const endUsd = bookValue(end) - fees;
  const { whole: causes } = bookAttribution({
    start: fair,
    startValues: bookValues(sold),
    endSpots: end.coins.map((coin) => coin.spot),
    endVolatilities: end.parts.map(({ legs }) => legs.map(({ volatility }) => volatility)),
    elapsedYears: Math.min(timeToExpiryYears, Math.max(0, yearsBetween(sale.filledAt, now))),
    endValues: [endUsd],
    flows: [
      { premium: bookValue(fair) - startUsd, fees: -fees, deposits: moved.usd, delta: flows ? moved.laterUsd : 0 },
    ],
  });
  return { causes, startUsd, endUsd, isEdgeKnown: fairVolatilities !== null, areFlowsKnown: flows !== null };
}

/** Several as one. Null of none. */
export function summedEpochs(several: readonly EpochAttribution[]): EpochAttribution | null {
  if (several.length === 0) return null;
  return {
    causes: summedAttribution(several.map(({ causes }) => causes)),
    startUsd: several.reduce((sum, { startUsd }) => sum + startUsd, 0),
    endUsd: several.reduce((sum, { endUsd }) => sum + endUsd, 0),
    isEdgeKnown: several.every(({ isEdgeKnown }) => isEdgeKnown),
    areFlowsKnown: several.every(({ areFlowsKnown }) => areFlowsKnown),
  };
}

/** The holding with other units of its options and of what waits. */
function bookOf(holding: VaultHolding, units: readonly [number, number]): RiskBook {
  const risk = holding.risk.map((position, place) => ({ ...position, units: units[place] ?? 0 }));
  return holdingsBook([{ ...holding, risk }]);
}

type SaleAt = {
  readonly volatilities: readonly number[];
  readonly timeToExpiryYears: number;
  readonly spot: number;
};

function atSale(book: RiskBook, { volatilities, timeToExpiryYears, spot }: SaleAt): RiskBook {
  return {
    coins: book.coins.map((coin) => ({ ...coin, spot })),
    parts: book.parts.map(
      (part): BookPart => ({
        ...part,
        legs: part.legs.map((leg, index) => ({
          ...leg,
          timeToExpiryYears,
          volatility: volatilities[index] ?? Number.NaN,
        })),
      }),
    ),
  };
}

/** Whole shares, whole assets beside them, dollars when they moved, and what the assets among them have become worth since. */
function flowsMoved({ vault }: VaultHolding, flows: readonly CashFlow[]) {
  const assetUsdNow = depositKind(vault) === "underlying" ? price8ToNumber(vault.spot.price) : 1;
  return flows.reduce(
    (sum, { isIn, shares, sharePrice, assets, usd, assetUsd }) => {
      const sign = isIn ? 1 : -1;
      // Only moved shares have a price: those of a withdrawal left the risk at a settlement.
      const areShares = shares !== null && sharePrice !== null;
      const units = tokenToNumber(assets, vault.asset.decimals);
      return {
        shares: sum.shares + (areShares ? sign * sharesToNumber(shares) : 0),
        assets: sum.assets + (areShares ? 0 : sign * units),
        usd: sum.usd + sign * usd,
        laterUsd: sum.laterUsd + (areShares ? 0 : sign * units * (assetUsdNow - assetUsd)),
      };
    },
    { shares: 0, assets: 0, usd: 0, laterUsd: 0 },
  );
}

type Valued = {
  readonly options: VaultHolding["risk"][number];
  readonly product: Product;
  readonly now: UnixSeconds;
};

function feesUsd({ vault, value }: VaultHolding, { options, product, now }: Valued): number {
  const shares = sharesToNumber(value.sharesAtRisk);
  if (!(shares > 0)) return 0;
  const valuePerShare = (options.units * valueBeforeExpiry(product, options.market, "depositAsset")) / shares;
  const assetUsd = depositKind(vault) === "underlying" ? price8ToNumber(vault.spot.price) : 1;
  return shares * accruedFees({ vault, valuePerShare, now }) * assetUsd;
}
