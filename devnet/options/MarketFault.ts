/**
 * What is wrong with the option market, for tests of what the app does then. `down`: connections break. `stale`: everything is
 * of an hour ago. `crossed`: bids above asks. `garbage`: answers are no JSON. `slow`: answers take longer than anyone waits.
 */
export type MarketFault = "none" | "down" | "stale" | "crossed" | "garbage" | "slow";

/** Every fault that can be asked for. */
export const MARKET_FAULTS: readonly MarketFault[] = ["none", "down", "stale", "crossed", "garbage", "slow"];
