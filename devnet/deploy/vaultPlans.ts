import { addressOf } from "../accounts";

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
  readonly assetSymbol: "WETH" | "USDC";
  readonly legs: readonly PlannedLeg[];
  readonly maxLossBps: number;
  readonly managementFeeBps: number;
  readonly performanceFeeBps: number;
  readonly cap: bigint;
  readonly minRequest: bigint;
};

const ETHER = 10n ** 18n;
const DOLLAR = 10n ** 6n;

/** The three vaults of the local chain: three configurations of one contract. */
export const VAULT_PLANS: readonly VaultPlan[] = [
  {
    name: "Ballast ETH Covered Call",
    symbol: "blETH-CC",
    strategy: "coveredCall",
    assetSymbol: "WETH",
    legs: [{ isPut: false, isLong: false, minMoneynessBps: 10_200, maxMoneynessBps: 14_000 }],
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
    assetSymbol: "USDC",
    legs: [{ isPut: true, isLong: false, minMoneynessBps: 7_000, maxMoneynessBps: 9_800 }],
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
    assetSymbol: "USDC",
    legs: [
      { isPut: true, isLong: true, minMoneynessBps: 6_000, maxMoneynessBps: 9_600 },
      { isPut: true, isLong: false, minMoneynessBps: 7_000, maxMoneynessBps: 9_800 },
      { isPut: false, isLong: false, minMoneynessBps: 10_200, maxMoneynessBps: 14_000 },
      { isPut: false, isLong: true, minMoneynessBps: 10_400, maxMoneynessBps: 16_000 },
    ],
    maxLossBps: 800,
    managementFeeBps: 100,
    performanceFeeBps: 1_000,
    cap: 15_000_000n * DOLLAR,
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
