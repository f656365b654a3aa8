import { describe, expect, it } from "vitest";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { nextExpiry } from "@/lib/vault/nextExpiry";
import { termsOf, VAULT_PLANS } from "../deploy/vaultPlans";
import { historyCalendar } from "./calendar";
import { DEPOSITOR_PLAN, SETTLED_EPOCHS } from "./depositorPlan";

const seconds = (text: string) => BigInt(Date.parse(text) / 1000);
const day = (time: bigint | undefined) => new Date(Number(time) * 1000).toISOString();

describe("historyCalendar", () => {
  it("default", () => {
    const calendar = historyCalendar(seconds("2026-11-22T22:30:00Z"), 14);
    expect(calendar.rolls).toHaveLength(15);
    expect(day(calendar.rolls[0])).toBe("2026-08-14T08:00:00.000Z");
    expect(day(calendar.rolls[14])).toBe("2026-11-20T08:00:00.000Z");
    expect(day(calendar.liveOpening)).toBe("2026-11-20T08:00:00.000Z");
    expect(day(calendar.liveExpiry)).toBe("2026-11-27T08:00:00.000Z");
  });

  it.each([
    ["a day before the expiry, to the second", "2026-11-26T08:00:00Z", "2026-11-20T08:00:00", "2026-11-27T08:00:00"],
    ["less than a day before a Friday", "2026-11-26T08:00:01Z", "2026-11-26T06:00:00", "2026-12-04T08:00:00"],
    ["an hour after a Friday's roll", "2026-11-27T09:15:00Z", "2026-11-27T07:00:00", "2026-12-04T08:00:00"],
    ["two hours after it", "2026-11-27T10:00:00Z", "2026-11-27T08:00:00", "2026-12-04T08:00:00"],
  ])("behavior: %s", (_, now, opening, expiry) => {
    const calendar = historyCalendar(seconds(now), 14);
    expect([day(calendar.liveOpening), day(calendar.liveExpiry)]).toEqual([`${opening}.000Z`, `${expiry}.000Z`]);
  });

  it("behavior: at every hour of two weeks the keeper would choose the calendar's own expiry", () => {
    const [plan] = VAULT_PLANS;
    if (plan === undefined) throw new Error("no plan");
    const { minTenor, maxTenor } = termsOf(plan);
    const terms = { minTenorSeconds: minTenor, maxTenorSeconds: maxTenor };
    for (let hour = 0n; hour < 336n; hour += 1n) {
      const now = seconds("2026-11-20T00:13:00Z") + hour * 3_600n;
      const { liveOpening, liveExpiry, rolls } = historyCalendar(now, 14);
      expect(nextExpiry(unixSeconds(liveOpening + 60n), terms)).toBe(liveExpiry);
      expect(liveExpiry - now).toBeGreaterThanOrEqual(86_400n);
      expect(now - liveOpening).toBeGreaterThanOrEqual(7_200n);
      expect(liveOpening).toBeGreaterThanOrEqual(rolls.at(-1) ?? 0n);
    }
  });
});

describe("DEPOSITOR_PLAN", () => {
  it("behavior: nobody claims before something was asked for, and the plan fits the history", () => {
    for (const { epoch, who, vault, act } of DEPOSITOR_PLAN) {
      expect(epoch).toBeLessThanOrEqual(SETTLED_EPOCHS + 1);
      if (act.kind !== "claimShares") continue;
      const earlier = DEPOSITOR_PLAN.some(
        (other) => other.who === who && other.vault === vault && other.act.kind === "deposit" && other.epoch < epoch,
      );
      expect(earlier).toBe(true);
    }
  });
});
