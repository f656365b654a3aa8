import type { MakerProfile } from "./maker/planQuote";
import type { CuratorPolicy } from "./plan/KeeperState";

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
