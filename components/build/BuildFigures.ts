import type { PricedFigures } from "@/components/vault/VaultFigures";
import type { Leg } from "@/lib/products/Leg";
import type { MarginResult } from "@/lib/products/margin";
import type { ExtremeCase } from "@/lib/products/worstCase";
import type { Token } from "@/lib/vault/Token";
import type { Draft } from "./Draft";
import type { ListedExpiry } from "./listedExpiries";

/** A coin that structures can be built on, by the vaults that are on it. */
export type BuildCoin = {
  /** "ETH". */
  readonly symbol: string;
  /** Of the feed, in dollars. */
  readonly spot: number;
  readonly isSpotStale: boolean;
  readonly underlying: Token;
  readonly quote: Token;
};

/** One option of a leg as the market has it now, on one coin, in dollars. */
export type LegPrice = {
  readonly leg: Leg;
  /** Of the smile at the strike. */
  readonly volatility: number;
  /** By the smile. */
  readonly fair: number;
  /** By the market's bid where it is sold, its ask where it is bought; the smile's where nobody quotes that side. */
  readonly fill: number;
  readonly isQuoted: boolean;
  readonly isFitted: boolean;
  /** Of the leg's side, for one option. */
  readonly delta: number;
};

/** What the page says of a structure, in plain numbers for the whole of it. */
export type BuildFigures = PricedFigures & {
  readonly draft: Draft;
  readonly coin: BuildCoin;
  readonly listed: ListedExpiry;
  /** In which it is held and settled. */
  readonly depositToken: Token;
  readonly legs: readonly LegPrice[];
  /** Dollars: received above 0, paid below. */
  readonly premiumUsd: number;
  readonly worst: ExtremeCase;
  readonly best: ExtremeCase;
  readonly breakevens: readonly number[];
  /** Profit where the coin is worth nothing. */
  readonly atZero: number;
  /** Of no loss at expiry, 0 to 1, by the smile's law. */
  readonly profitOdds: number;
  /** Mean result under the same law: what crossing from the smile to bid and ask costs. */
  readonly expected: number;
  /** Mean of the worst twentieth under the same law. */
  readonly shortfall: number;
  /** In full mode, in the units of the deposit token, exact. */
  readonly margin: MarginResult;
  /** Whole deposit tokens that it takes besides a premium that it brings: the margin and what it pays; null where no margin is enough. */
  readonly needed: number | null;
  /** Prices at which the stated collateral is used up; empty where it covers every price, or none is stated. */
  readonly usedUpAt: readonly number[];
};
