import { addressOf } from "../accounts";
import type { Coin } from "../prices/MarketLaw";

/** One leg of a strategy and where its strike may lie, in basis points of spot. */
export type PlannedLeg = {
  readonly isPut: boolean;
  readonly isLong: boolean;
  readonly minMoneynessBps: number;
  readonly maxMoneynessBps: number;
};

/** A vault as it is to be deployed. Amounts are in base units of its asset. */
export type VaultPlan = {
  readonly name: string;
  readonly symbol: string;
  readonly strategy: string;
  /** The coin that its options are on. */
  readonly coin: Coin;
  /** What it takes in: the coin's token, or dollars. */
  readonly deposit: "underlying" | "quote";
  readonly legs: readonly PlannedLeg[];
  readonly maxLossBps: number;
  readonly managementFeeBps: number;
  readonly performanceFeeBps: number;
  readonly cap: bigint;
  readonly minRequest: bigint;
};

const ETHER = 10n ** 18n;
const DOLLAR = 10n ** 6n;
const BITCOIN = 10n ** 8n;

const SOLD_PUT: PlannedLeg = { isPut: true, isLong: false, minMoneynessBps: 7_000, maxMoneynessBps: 9_800 };
const SOLD_CALL: PlannedLeg = { isPut: false, isLong: false, minMoneynessBps: 10_200, maxMoneynessBps: 14_000 };

/** The vaults of the local chain: configurations of one contract. */
export const VAULT_PLANS: readonly VaultPlan[] = [
  {
    name: "Ballast ETH Covered Call",
    symbol: "blETH-CC",
    strategy: "coveredCall",
    coin: "ETH",
    deposit: "underlying",
    legs: [SOLD_CALL],
    maxLossBps: 10_000,
    managementFeeBps: 100,
    performanceFeeBps: 1_000,
    cap: 12_000n * ETHER,
    minRequest: ETHER / 100n,
  },
  {
    name: "Ballast ETH Cash-Secured Put",
    symbol: "blUSDC-EP",
    strategy: "cashSecuredPut",
    coin: "ETH",
    deposit: "quote",
    legs: [SOLD_PUT],
    maxLossBps: 10_000,
    managementFeeBps: 100,
    performanceFeeBps: 1_000,
    cap: 30_000_000n * DOLLAR,
    minRequest: 10n * DOLLAR,
  },
  {
    name: "Ballast ETH Iron Condor",
    symbol: "blUSDC-IC",
    strategy: "ironCondor",
    coin: "ETH",
    deposit: "quote",
    legs: [
      { isPut: true, isLong: true, minMoneynessBps: 6_000, maxMoneynessBps: 9_600 },
      SOLD_PUT,
      SOLD_CALL,
      { isPut: false, isLong: true, minMoneynessBps: 10_400, maxMoneynessBps: 16_000 },
    ],
    maxLossBps: 800,
    managementFeeBps: 100,
    performanceFeeBps: 1_000,
    cap: 15_000_000n * DOLLAR,
    minRequest: 10n * DOLLAR,
  },
  {
    name: "Ballast BTC Covered Call",
    symbol: "blBTC-CC",
    strategy: "coveredCall",
    coin: "BTC",
    deposit: "underlying",
    legs: [SOLD_CALL],
    maxLossBps: 10_000,
    managementFeeBps: 100,
    performanceFeeBps: 1_000,
    cap: 400n * BITCOIN,
    minRequest: BITCOIN / 2_000n,
  },
  {
    name: "Ballast BTC Cash-Secured Put",
    symbol: "blUSDC-BP",
    strategy: "cashSecuredPut",
    coin: "BTC",
    deposit: "quote",
    legs: [SOLD_PUT],
    maxLossBps: 10_000,
    managementFeeBps: 100,
    performanceFeeBps: 1_000,
    cap: 25_000_000n * DOLLAR,
    minRequest: 10n * DOLLAR,
  },
];

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** The terms of a plan as the policy's constructor takes them: weekly epochs, an hour of sale, six to clear. */
export function termsOf(plan: VaultPlan) {
  return {
    minTenor: 30 * HOUR,
    maxTenor: 10 * DAY,
    saleDuration: HOUR,
    clearWindow: 6 * HOUR,
    openWindow: 14 * DAY,
    maxLossBps: plan.maxLossBps,
    managementFeeBps: plan.managementFeeBps,
    performanceFeeBps: plan.performanceFeeBps,
    cap: plan.cap,
    minRequest: plan.minRequest,
    feeRecipient: addressOf("feeRecipient"),
  } as const;
}

/** Seconds after the expiry within which a round still proves a price, and after which the latest is no spot price. */
export const FEED_TIMES = { maxDelay: 2 * HOUR, maxAge: 3 * HOUR } as const;

/** The timelock over the policies and the oracle: 72 hours. */
export const TIMELOCK_DELAY_SECONDS = 3 * DAY;
