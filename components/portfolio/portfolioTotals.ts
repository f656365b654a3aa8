import { greeksByUnderlying, type UnderlyingGreeks } from "@/lib/risk/greeksByUnderlying";
import type { VaultHolding } from "@/lib/risk/vaultHolding";

/** Sums over everything an address holds, in dollars. */
export type PortfolioTotals = {
  readonly netUsd: number;
  readonly waitingUsd: number;
  readonly epochProfitUsd: number;
  /** Values of the shares of which `epochProfitUsd` is the result. */
  readonly atRiskUsd: number;
  readonly underlyings: readonly UnderlyingGreeks[];
  readonly deltaUsd: number;
  readonly vegaPerPoint: number;
  readonly thetaPerDay: number;
  /** Change of the delta in dollars for a rise of every underlying by 1 %. */
  readonly gammaUsdPerPercent: number;
};

/** Adds everything up. `spots`: dollars per underlying are taken from the holdings' own feeds. */
export function portfolioTotals(holdings: readonly VaultHolding[]): PortfolioTotals {
  const underlyings = greeksByUnderlying(holdings.flatMap(({ risk }) => risk));
  const spots = spotsOf(holdings);
  const netUsd = sum(holdings, ({ valueUsd }) => valueUsd);
  const atRiskUsd = sum(holdings, (holding) => holding.atRiskUsd);
  return {
    netUsd,
    waitingUsd: netUsd - atRiskUsd,
    atRiskUsd,
    epochProfitUsd: sum(holdings, ({ epochProfit }) => epochProfit?.usd ?? 0),
    underlyings,
    deltaUsd: sum(underlyings, ({ deltaUsd }) => deltaUsd),
    vegaPerPoint: sum(underlyings, ({ vegaPerPoint }) => vegaPerPoint),
    thetaPerDay: sum(underlyings, ({ thetaPerDay }) => thetaPerDay),
    gammaUsdPerPercent: sum(underlyings, ({ gamma, underlying }) => gamma * 0.01 * (spots.get(underlying) ?? 0) ** 2),
  };
}

/** Spot of every underlying in dollars. */
export function spotsOf(holdings: readonly VaultHolding[]): ReadonlyMap<string, number> {
  return new Map(
    holdings.flatMap(({ risk }) => risk.map(({ product, market }) => [product.underlying, market.spot] as const)),
  );
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
