import { describe, expect, test } from "vitest";
import { bps } from "@/lib/units/Bps";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { SharedControls, VaultControls } from "@/lib/vault/Controls";
import { makerShares } from "@/lib/vault/makerShares";
import type { FeedReading, PairFeeds } from "@/lib/vault/PairFeeds";
import { fillOf, NOW, putVault } from "@/lib/vault/vaultFixture";
import { feedFacts, fixedFeedsText, settlementWays } from "./feedRows";
import { policyRows } from "./policyRows";
import { sharedPowers } from "./sharedPowers";
import { publishedText, sourceRows } from "./sourceRows";
import { auditStat, feedStat, makerStat, noticeStat, sourceStat } from "./trustStats";
import { vaultPowers } from "./vaultPowers";

const account = (digit: string) => `0x${digit.repeat(40)}` as const;
const TIMELOCK = account("5");
const owned = { owner: TIMELOCK, pendingOwner: null };
const vault = putVault();

const shared: SharedControls = {
  blockNumber: 100n,
  blockTimestamp: NOW,
  timelock: TIMELOCK,
  delaySeconds: 259_200,
  roles: { proposers: [account("2")], cancellers: [account("2")], executors: "anyone", admins: [] },
  oracle: account("6"),
  oracleOwnership: owned,
  secondFeedWaitSeconds: 86_400,
  lastRoundWaitSeconds: 604_800,
};

const controls: VaultControls = {
  vault: vault.address,
  policyOwnership: owned,
  feeRecipient: account("7"),
  clearWindowSeconds: 21_600,
  nextTerms: vault.terms,
  highestManagementFee: bps(500n),
  highestPerformanceFee: bps(3_000n),
  longestTenorSeconds: 366 * 86_400,
  longestOpenWindowSeconds: 90 * 86_400,
  expiryFeeds: { first: account("c"), second: null, maxDelaySeconds: 7_200 },
  isDead: false,
};

const pair: PairFeeds = {
  underlying: account("8"),
  quote: account("9"),
  description: "ETH / USD",
  first: { feed: account("c"), latest: { price: vault.spot.price, updatedAt: unixSeconds(NOW - 60n) } },
  second: null,
  maxDelaySeconds: 7_200,
  maxAgeSeconds: 10_800,
};

describe("powers", () => {
  const find = (who: RegExp, changes: Partial<VaultControls> = {}) =>
    vaultPowers({ vault, controls: { ...controls, ...changes }, shared }).find((power) => who.test(power.who));

  test("default: a policy owned by the timelock changes after its delay, within the constants", () => {
    expect(find(/^Owner of the policy/)).toMatchObject({
      who: "Owner of the policy: the timelock",
      speed: "72 hours after announcing it; bounds and fees from the next opening",
      cannot: expect.stringContaining("fees above 5% a year and 30% of profit"),
      isWarning: false,
    });
  });

  test("behavior: an owner without a delay, or one to come, is warned of; the timelock to come is not", () => {
    const bare = find(/^Owner of the policy/, { policyOwnership: { owner: account("a"), pendingOwner: null } });
    expect(bare).toMatchObject({ isWarning: true, speed: expect.stringMatching(/^at once, without announcing it/) });
    const offered = { policyOwnership: { owner: TIMELOCK, pendingOwner: account("b") } };
    expect(find(/^Owner of the policy/, offered)).toMatchObject({ isWarning: true });
    const back = { policyOwnership: { owner: account("0"), pendingOwner: TIMELOCK } };
    expect(find(/^Owner of the policy/, back)).toMatchObject({ isWarning: false });
  });

  test("behavior: the timelock's announcers come from its events, and are not invented", () => {
    const [announcing, carryingOut] = sharedPowers(shared);
    expect(announcing).toMatchObject({ addresses: [account("2")], isWarning: false });
    expect(carryingOut?.may).toMatch(/anybody$/);
    const unknown = sharedPowers({ ...shared, roles: { ...shared.roles, proposers: [] } });
    expect(unknown[0]).toMatchObject({ addresses: [], isWarning: true });
    const admin = sharedPowers({ ...shared, roles: { ...shared.roles, admins: [account("d")] } });
    expect(admin[0]?.cannot).toMatch(/administrator/);
  });
});

describe("policy", () => {
  test("default: every bound with what it can never pass", () => {
    const rows = policyRows({ vault, controls });
    expect(rows[0]).toEqual({
      name: "Strike of the sold put",
      now: "85% to 97% of spot",
      next: null,
      limit: "always a sold put",
    });
    expect(rows.every(({ next }) => next === null)).toBe(true);
    expect(rows.find(({ name }) => name.startsWith("Performance"))).toMatchObject({ now: "10%", limit: "30%" });
  });

  test("behavior: what the next opening changes is told, and nothing else", () => {
    const nextTerms = { ...vault.terms, managementFee: bps(250n) };
    const changed = policyRows({ vault, controls: { ...controls, nextTerms } }).filter(({ next }) => next !== null);
    expect(changed).toEqual([{ name: "Management fee, a year", now: "1.0%", next: "2.5%", limit: "5.0%" }]);
  });
});

describe("prices", () => {
  test("default: the feeds with the age of their answers", () => {
    const [first, second, bounds] = feedFacts(pair, NOW);
    expect(first?.note).toBe("$3,450.00, answered 60 s ago");
    expect(second?.value).toBe("none");
    expect(bounds?.note).toBe("a spot price older than 3 h opens no epoch");
    expect(settlementWays(shared).map((way) => way.slice(0, 18))).toEqual([
      "From the expiry: t",
      "From 24 h after: t",
      "From 7 days after:",
    ]);
  });

  test("behavior: a silent feed, and an expiry bound to feeds that are no longer set", () => {
    const silent: FeedReading = { feed: account("c"), latest: null };
    expect(feedFacts({ ...pair, first: silent }, NOW)[0]?.note).toBe("gives no usable answer now");
    expect(feedStat([silent], NOW)).toMatchObject({ value: "–", tone: "warning" });
    expect(feedStat([pair.first], NOW)).toMatchObject({ value: "60 s ago" });
    const moved = { ...pair, first: { ...pair.first, feed: account("e") } };
    expect(fixedFeedsText(controls, moved)).toMatch(/others than those now set/);
    expect(fixedFeedsText({ ...controls, expiryFeeds: null }, pair)).toMatch(/^No expiry is fixed/);
  });
});

describe("strip", () => {
  test("default: notice, the largest maker, source and audit", () => {
    expect(noticeStat([owned], shared)).toMatchObject({ value: "72 hours" });
    expect(noticeStat([owned, { owner: account("a"), pendingOwner: null }], shared)).toMatchObject({ value: "none" });
    expect(makerStat(makerShares([fillOf()]))).toMatchObject({
      value: "100%",
      note: "of what was sold; the only maker",
    });
    expect(noticeStat([owned], { ...shared, delaySeconds: 3_600 }).value).toBe("1 hour");
    expect(makerStat([])).toMatchObject({ value: "–" });
    expect(auditStat(0)).toMatchObject({ value: "Not audited", tone: "warning" });
    expect(auditStat(2)).toMatchObject({ value: "2 reports" });
  });

  test("behavior: a source is published only where the deployment says so, for that very address", () => {
    const named = [
      { name: "One", address: account("a") },
      { name: "Two", address: account("b") },
    ];
    const rows = sourceRows(named, {
      sources: [{ address: account("A") as typeof TIMELOCK, url: "https://explorer.example" }],
      known: [{ address: account("A") as typeof TIMELOCK, isAsPublished: false }],
    });
    expect(rows.map(({ url }) => url)).toEqual(["https://explorer.example", null]);
    expect(publishedText(rows)).toBe("1 of 2 published, says the deployment");
    expect(sourceStat(rows)).toMatchObject({ value: "Not verified", tone: "warning" });
    expect(sourceStat(rows.slice(0, 1))).toMatchObject({
      value: "Published",
      note: "says the deployment, for 1 contract",
      tone: "neutral",
    });
  });
});
