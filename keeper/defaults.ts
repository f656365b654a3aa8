import type { MakerProfile } from "./maker/planQuote";
import type { CuratorPolicy } from "./plan/KeeperState";
import type { SendingPolicy } from "./run/Keeper";

/** Sold strikes one standard deviation away, bought ones one and three quarters. */
export const DEFAULT_CURATOR_POLICY: Omit<CuratorPolicy, "mayOpen"> = {
  soldDistance: 1,
  boughtDistance: 1.75,
  floorShareOfValue: 0.6,
};

/**
 * Two makers that quote around an option market, one careful, one keen. Where there is none they see the market by
 * themselves, and differently: one broad, one more afraid of the downside.
 */
export const MAKER_PROFILES: readonly MakerProfile[] = [
  {
    name: "North",
    expectedVolatility: 0.63,
    realisedWeight: 0.3,
    skewPerDeviation: 0.02,
    margin: 0.028,
    sizeShare: 0.6,
  },
  {
    name: "South",
    expectedVolatility: 0.6,
    realisedWeight: 0.45,
    skewPerDeviation: 0.035,
    margin: 0.016,
    sizeShare: 0.7,
  },
];

const WEI_PER_GWEI = 1_000_000_000n;

/** A minute before a fee is raised; 500 gwei is above what settling an epoch was ever worth waiting for. */
export const DEFAULT_SENDING: SendingPolicy = {
  clock: () => performance.now(),
  patience: 60_000,
  mostPerGas: 500n * WEI_PER_GWEI,
};
