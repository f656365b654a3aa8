import { price8 } from "@/lib/units/Price8";
import type { MakerProfile } from "./maker/planQuote";
import type { CuratorPolicy } from "./plan/KeeperState";

/** Sold strikes one standard deviation away, bought ones one and three quarters, on a grid of 25 dollars. */
export const DEFAULT_CURATOR_POLICY: Omit<CuratorPolicy, "mayOpen"> = {
  soldDistance: 1,
  boughtDistance: 1.75,
  strikeStep: price8(25n * 10n ** 8n),
  floorShareOfValue: 0.6,
};

/** Two makers that see the market differently: one broad and careful, one keen on the downside. */
export const MAKER_PROFILES: readonly MakerProfile[] = [
  {
    name: "North",
    expectedVolatility: 0.63,
    realisedWeight: 0.3,
    skewPerDeviation: 0.02,
    margin: 0.03,
    sizeShare: 0.6,
  },
  {
    name: "South",
    expectedVolatility: 0.6,
    realisedWeight: 0.45,
    skewPerDeviation: 0.035,
    margin: 0.02,
    sizeShare: 0.7,
  },
];
