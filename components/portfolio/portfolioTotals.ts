import { gammaUsdPerPercent } from "@/lib/pricing/screenUnits";
import { greeksByUnderlying, type UnderlyingGreeks } from "@/lib/risk/greeksByUnderlying";
import { cents, holdingParts } from "@/lib/risk/holdingParts";
import { partPositions } from "@/lib/risk/partPositions";
import type { VaultHolding } from "@/lib/risk/vaultHolding";
import { missingHoldings } from "./missingHoldings";
import { NOTHING_ELSEWHERE, type OtherHoldings } from "./otherHoldings";
import { EMPTY_WALLET, type WalletView } from "./walletView";

/**
 * Sums over everything an address holds, in dollars. Where options have no price, whatever depends on them is NaN and
 * not a sum that leaves them out; the values then count those vaults at the price of their last settlement. Values are
 * sums of what each vault's page shows, in cents.
 */
export type PortfolioTotals = {
  /** In vaults, in other protocols and what counts of the wallet, less what is owed. */
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
  /** Names of the vaults whose options the fills give no price for. */
  readonly unpriced: readonly string[];
  /** Names of everything, vaults among it, that is in no sum: a tail of the rest is not that of what is held. */
  readonly missing: readonly string[];
};

/** What is added up: holdings in our vaults, what is elsewhere, and what counts of the wallet. */
export type Totalled = {
  readonly holdings: readonly VaultHolding[];
  readonly others?: OtherHoldings;
  readonly wallet?: WalletView;
};

/** Adds everything up. `spots`: dollars per underlying are taken from the holdings' own feeds. */
export function portfolioTotals({
  holdings,
  others = NOTHING_ELSEWHERE,
  wallet = EMPTY_WALLET,
}: Totalled): PortfolioTotals {
  const unpriced = holdings.filter(({ isUnpriced }) => isUnpriced).map(({ vault }) => vault);
  const ownUnpriced = wallet.options.filter(({ usd }) => Number.isNaN(usd)).map(({ coin }) => coin);
  const unknown = new Set([...unpriced.map(({ underlyingSymbol }) => underlyingSymbol), ...ownUnpriced]);
  const positions = [...holdings.flatMap(({ risk }) => risk), ...partPositions([...others.parts, ...wallet.counted])];
  const underlyings = greeksByUnderlying(positions).map((greeks) =>
    unknown.has(greeks.underlying) ? unknownGreeks(greeks.underlying) : greeks,
  );
  const spots = spotsOf({ holdings, others, wallet });
  const parts = holdings.map(holdingParts);
  return {
    netUsd: cents(sum(parts, ({ totalUsd }) => totalUsd) + others.heldUsd - others.debtUsd + wallet.countedUsd),
    waitingUsd: cents(sum(parts, ({ apartUsd }) => apartUsd)),
    atRiskUsd: cents(sum(parts, ({ sharesUsd }) => sharesUsd)),
    epochProfitUsd: unpriced.length > 0 ? Number.NaN : cents(sum(parts, ({ epochUsd }) => epochUsd ?? 0)),
    underlyings,
    deltaUsd: sum(underlyings, ({ deltaUsd }) => deltaUsd),
    vegaPerPoint: sum(underlyings, ({ vegaPerPoint }) => vegaPerPoint),
    thetaPerDay: sum(underlyings, ({ thetaPerDay }) => thetaPerDay),
    unpriced: unpriced.map(({ name }) => name),
    missing: missingHoldings({ holdings, others, wallet }),
    gammaUsdPerPercent: sum(underlyings, ({ gamma, underlying }) =>
      gammaUsdPerPercent(gamma, spots.get(underlying) ?? 0),
    ),
  };
}

/** Options without a price have no sensitivities either; those of the cash alone would be wrong. */
function unknownGreeks(underlying: string): UnderlyingGreeks {
  const none = Number.NaN;
  return {
    underlying,
    valueUsd: none,
    delta: none,
    deltaUsd: none,
    coinDelta: none,
    gamma: none,
    vegaPerPoint: none,
    thetaPerDay: none,
    nextDayUsd: none,
  };
}

/** Spot of every underlying in dollars. */
export function spotsOf({
  holdings,
  others = NOTHING_ELSEWHERE,
  wallet = EMPTY_WALLET,
}: Totalled): ReadonlyMap<string, number> {
  const elsewhere = partPositions([...others.parts, ...wallet.counted]);
  const positions = [...elsewhere, ...holdings.flatMap(({ risk }) => risk)];
  return new Map(positions.map(({ product, market }) => [product.underlying, market.spot] as const));
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
