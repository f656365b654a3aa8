import { describe, expect, it } from "vitest";
import { bps } from "@/lib/units/Bps";
import { price8 } from "@/lib/units/Price8";
import { shares } from "@/lib/units/Shares";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { WAD, wad } from "@/lib/units/Wad";
import type { Epoch } from "@/lib/vault/Epoch";
import type { CuratorPolicy, EpochStep, KeeperMarket, VaultState } from "./KeeperState";
import { planEpoch } from "./planEpoch";

/** Friday 2026-11-20 08:00 UTC, a roll; the next expiry is a week later. */
const ROLL = 1_795_161_600n;
const WEEK = 604_800n;
const DAY = 86_400n;
const HOUR = 3_600n;

const token = (digit: string, symbol: string, decimals: number) =>
  ({ address: `0x${digit.repeat(40)}`, symbol, decimals }) as const;
const WETH = token("1", "WETH", 18);
const USDC = token("2", "USDC", 6);

const policy: CuratorPolicy = {
  mayOpen: true,
  soldDistance: 1,
  boughtDistance: 1.75,
  floorShareOfValue: 0.8,
};

const market: KeeperMarket = {
  spot: { price: price8(3_400n * 10n ** 8n), updatedAt: unixSeconds(ROLL), feed: WETH.address, maxAgeSeconds: 10_800 },
  quoted: null,
  impliedVolatility: null,
  realisedVolatility: 0.6,
  evidence: { kind: "none" },
};

const NEVER: Epoch = {
  number: 0,
  phase: "idle",
  isCleared: false,
  openedAt: unixSeconds(0n),
  saleEnd: unixSeconds(0n),
  clearEnd: unixSeconds(0n),
  expiry: unixSeconds(0n),
  sizeOffered: wad(0n),
  sizeSold: wad(0n),
  floorPerUnit: tokenAmount(0n),
  spotAtOpen: price8(0n),
  assetsAtOpen: tokenAmount(0n),
  premium: 0n,
  legs: [],
};

const OPENED: Epoch = {
  ...NEVER,
  number: 1,
  phase: "selling",
  openedAt: unixSeconds(ROLL),
  saleEnd: unixSeconds(ROLL + HOUR),
  clearEnd: unixSeconds(ROLL + 7n * HOUR),
  expiry: unixSeconds(ROLL + WEEK),
};

const leg = (isPut: boolean, side: 1 | -1, [least, most]: readonly [bigint, bigint]) =>
  ({ isPut, side, ratio: WAD, minMoneyness: bps(least), maxMoneyness: bps(most) }) as const;
const CALL = leg(false, -1, [10_200n, 14_000n]);
const PUT = leg(true, -1, [7_000n, 9_800n]);
const CONDOR = [leg(true, 1, [6_000n, 9_600n]), PUT, CALL, leg(false, 1, [10_400n, 16_000n])];

const TERMS = {
  minTenorSeconds: 108_000,
  maxTenorSeconds: 864_000,
  saleSeconds: 3_600,
  openWindowSeconds: 1_209_600,
  maxLoss: bps(10_000n),
  managementFee: bps(100n),
  performanceFee: bps(1_000n),
  cap: tokenAmount(10n ** 22n),
  minRequest: tokenAmount(10n ** 16n),
} as const;

const state: VaultState = {
  address: `0x${"a".repeat(40)}`,
  asset: WETH,
  underlying: WETH,
  quote: USDC,
  legs: [CALL],
  terms: TERMS,
  nextTerms: TERMS,
  totalAssets: tokenAmount(10n ** 20n),
  pendingDepositAssets: tokenAmount(0n),
  pendingRedeemShares: shares(0n),
  idleSince: unixSeconds(ROLL),
  epoch: NEVER,
};

type Change = {
  readonly state?: Partial<VaultState>;
  readonly market?: Partial<KeeperMarket>;
  readonly policy?: Partial<CuratorPolicy>;
};

function step(now: bigint, change: Change = {}): EpochStep {
  return planEpoch({
    state: { ...state, ...change.state },
    market: { ...market, ...change.market },
    policy: { ...policy, ...change.policy },
    now: unixSeconds(now),
  });
}

const selling = { epoch: OPENED };
const live = { epoch: { ...OPENED, phase: "live", isCleared: true, sizeSold: wad(1n) } as Epoch };
const asked = { pendingDepositAssets: tokenAmount(1n) };
const windowEnd = ROLL + 1_209_600n;
const proof = { kind: "provable", feed: "first", roundId: 7n } as const;
const late = { kind: "lastRound", feed: "second", roundId: 6n } as const;

describe("planEpoch", () => {
  it.each<[string, bigint, Change, EpochStep]>([
    ["selling, sale open", ROLL + HOUR - 1n, { state: selling }, wait("saleOpen", ROLL + HOUR)],
    ["selling, the sale's last second is over", ROLL + HOUR, { state: selling }, { kind: "clear" }],
    ["selling, a second before it is too late to clear", ROLL + 7n * HOUR - 1n, { state: selling }, { kind: "clear" }],
    ["selling, too late to clear", ROLL + 7n * HOUR, { state: selling }, { kind: "settle" }],
    [
      "cleared, sold nothing",
      ROLL + 2n * HOUR,
      { state: { epoch: { ...OPENED, isCleared: true } } },
      { kind: "settle" },
    ],
    ["live, a second before the expiry", ROLL + WEEK - 1n, { state: live }, wait("notExpired", ROLL + WEEK)],
    ["live, expired, no round yet", ROLL + WEEK, { state: live }, wait("noSettlementRound", null)],
    [
      "live, expired, a round proves",
      ROLL + WEEK,
      { state: live, market: { evidence: proof } },
      { kind: "proveSettlement", expiry: unixSeconds(ROLL + WEEK), evidence: proof },
    ],
    [
      "live, a week over, last round",
      ROLL + 2n * WEEK,
      { state: live, market: { evidence: late } },
      { kind: "proveSettlement", expiry: unixSeconds(ROLL + WEEK), evidence: late },
    ],
    [
      "live, price final",
      ROLL + WEEK,
      { state: live, market: { evidence: { kind: "final", price: price8(1n) } } },
      { kind: "settle" },
    ],
    ["idle, nothing there", ROLL, { state: { totalAssets: tokenAmount(0n) } }, wait("nothingDeposited", null)],
    ["idle, not the curator", ROLL, { policy: { mayOpen: false } }, wait("notCurator", null)],
    ["idle, stale feed", ROLL, { market: { spot: null } }, wait("noFreshPrice", null)],
    ["idle, too few rounds", ROLL, { market: { realisedVolatility: null } }, wait("noVolatility", null)],
    [
      "idle, requests, not the curator",
      ROLL,
      { state: asked, policy: { mayOpen: false } },
      wait("notCurator", windowEnd),
    ],
    [
      "idle, requests, a second before the window's end",
      windowEnd - 1n,
      { state: asked, market: { spot: null } },
      wait("noFreshPrice", windowEnd),
    ],
    ["idle, requests, window over", windowEnd, { state: asked, market: { spot: null } }, { kind: "closeEmpty" }],
    ["idle, requests, window over, could open: closes first", windowEnd, { state: asked }, { kind: "closeEmpty" }],
    [
      "idle, requests, the policy's window is shorter than the vault's",
      ROLL + DAY,
      {
        state: { ...asked, nextTerms: { ...TERMS, openWindowSeconds: 0 } },
        market: { spot: null },
      },
      wait("noFreshPrice", windowEnd),
    ],
    [
      "idle, redemptions alone count as requests",
      windowEnd,
      { state: { totalAssets: tokenAmount(0n), pendingRedeemShares: shares(1n) }, policy: { mayOpen: false } },
      { kind: "closeEmpty" },
    ],
    [
      "idle, bounds without a strike",
      ROLL,
      { state: { legs: [leg(false, -1, [10_230n, 10_245n])] } },
      wait("noStrikesInBounds", null),
    ],
    [
      "idle, the next Friday is too far",
      ROLL + DAY,
      { state: { nextTerms: { ...TERMS, maxTenorSeconds: 432_000 } } },
      wait("noExpiryInTenor", null),
    ],
  ])("behavior: %s", (_, now, change, expected) => {
    expect(step(now, change)).toEqual(expected);
  });

  it("behavior: opens at once, a week ahead, one standard deviation out of the money, with a floor in coins", () => {
    const opening = step(ROLL);
    // σ√T = 0.6·√(7/365) = 0.08309; 3400·e^0.08309 = 3694.6 → the next multiple of 25
    expect(opening).toMatchObject({ kind: "open", expiry: ROLL + WEEK, strikes: [3_700n * 10n ** 8n] });
    const { floorPerUnit } = opening as Extract<EpochStep, { kind: "open" }>;
    // 80 % of Black's price, computed elsewhere: 23.726640 dollars, 0.00697842 coins; six digits
    expect(floorPerUnit).toBe(5_583n * 10n ** 12n);
    expect(floorPerUnit % 10n ** 12n).toBe(0n);
  });

  it("behavior: an option market's quote goes before what fills implied", () => {
    const market = { quoted: { atTheMoney: 0.9, legs: [] }, impliedVolatility: 0.3 };
    expect(step(ROLL, { market })).toEqual(step(ROLL, { market: { impliedVolatility: 0.9 } }));
  });

  it("behavior: strikes follow what the last fills implied, the floor the lower of that and the realised one", () => {
    // 3400·e^(0.9·√(7/365)) = 3851.4 → 3875; 80 % of Black at 0.6, computed elsewhere: 0.00175278 coins
    const opening = step(ROLL, { market: { impliedVolatility: 0.9 } });
    expect(opening).toMatchObject({ kind: "open", strikes: [3_875n * 10n ** 8n] });
    const { floorPerUnit } = opening as Extract<EpochStep, { kind: "open" }>;
    expect(floorPerUnit).toBe(1_753n * 10n ** 12n);
    // and with 0.5 implied: strike 3650, 80 % of Black at 0.5
    const calmer = step(ROLL, { market: { impliedVolatility: 0.5 } }) as Extract<EpochStep, { kind: "open" }>;
    expect([calmer.strikes, calmer.floorPerUnit]).toEqual([[3_650n * 10n ** 8n], 4_560n * 10n ** 12n]);
  });

  it("behavior: pending deposits alone are reason to open", () => {
    expect(step(ROLL, { state: { ...asked, totalAssets: tokenAmount(0n) } }).kind).toBe("open");
  });

  it("behavior: a Friday nearer than the shortest tenor is passed over", () => {
    const thursday = ROLL + 6n * DAY;
    expect(step(thursday)).toMatchObject({ kind: "open", expiry: ROLL + 2n * WEEK });
    const enough = ROLL + WEEK - 108_000n;
    expect(step(enough)).toMatchObject({ kind: "open", expiry: ROLL + WEEK });
    expect(step(enough + 1n)).toMatchObject({ kind: "open", expiry: ROLL + 2n * WEEK });
  });

  it("behavior: the next expiry goes by the policy's terms, not by the copy of the epoch before", () => {
    const terms = { ...TERMS, maxTenorSeconds: 432_000 };
    expect(step(ROLL, { state: { terms } })).toMatchObject({ kind: "open", expiry: ROLL + WEEK });
  });

  it("behavior: a condor's four strikes ascend and its floor is in dollars", () => {
    const opening = step(ROLL, { state: { legs: CONDOR, asset: USDC } });
    const dollars = [2_925n, 3_125n, 3_700n, 3_950n].map((strike) => strike * 10n ** 8n);
    expect(opening).toMatchObject({ kind: "open", strikes: dollars });
    const { floorPerUnit } = opening as Extract<EpochStep, { kind: "open" }>;
    // 80 % of 37.710456 dollars, computed elsewhere
    expect(floorPerUnit).toBe(30_168_365n);
  });

  it("behavior: strikes stay inside the policy's bounds however wild the market is", () => {
    const calm = step(ROLL, { market: { realisedVolatility: 0.01 } });
    expect(calm).toMatchObject({ strikes: [3_475n * 10n ** 8n] });
    const wild = step(ROLL, { market: { realisedVolatility: 9 } });
    expect(wild).toMatchObject({ strikes: [4_750n * 10n ** 8n] });
  });
});

function wait(reason: Extract<EpochStep, { kind: "wait" }>["reason"], until: bigint | null): EpochStep {
  return { kind: "wait", reason, until: until === null ? null : unixSeconds(until) };
}
