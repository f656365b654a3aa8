import type { AuctionPace } from "@/lib/products/liquidation";
import type { ExactLeg } from "@/lib/products/payoffExact";
import type { Scenario } from "@/lib/products/portfolioMargin";
import { bps } from "@/lib/units/Bps";
import { type Price8, price8 } from "@/lib/units/Price8";
import { wad } from "@/lib/units/Wad";

/** The parameters of contracts/test/portfolio/PortfolioBase.sol, in which the vectors of whole books and of the crash are replayed. */

export const ONE = 10n ** 18n;
export const DOLLAR = 10n ** 8n;

/** The spot at which the accounts of those tests are opened. */
export const SPOT: Price8 = price8(2000n * DOLLAR);

export const PACE: AuctionPace = { startFactorBps: bps(5_000n), maxFactorBps: bps(15_000n), riseSeconds: 3_600n };

/** Seconds between two slices of one account. */
export const PAUSE_SECONDS = 600;

/** The margin asked of an account that takes risk. */
export function initialAt(spot: Price8): Scenario {
  return { spot, downBps: bps(3_000n), upBps: bps(3_000n), floorBps: bps(1_000n) };
}

/** The margin below which an account is liquidated. */
export function maintenanceAt(spot: Price8): Scenario {
  return { spot, downBps: bps(2_000n), upBps: bps(2_000n), floorBps: bps(500n) };
}

/** A leg with a strike in whole dollars. */
export function leg(isPut: boolean, strikeDollars: bigint, size: bigint): ExactLeg {
  return { isPut, strike: price8(strikeDollars * DOLLAR), size: wad(size) };
}
