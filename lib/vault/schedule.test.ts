import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import { wad } from "@/lib/units/Wad";
import type { Epoch } from "./Epoch";
import { epochSchedule } from "./epochSchedule";
import { fridayEightFrom, nextExpiry } from "./nextExpiry";
import { EXPIRY, NOW, OPENED, putEpoch, putVault } from "./vaultFixture";

const { terms } = putVault();
const scheduleOf = (epoch: Epoch, now: UnixSeconds) => epochSchedule(putVault({ epoch }), now);
const selling = putEpoch({ phase: "selling", isCleared: false, sizeSold: wad(0n) });
const later = (from: UnixSeconds, seconds: bigint) => unixSeconds(from + seconds);

describe("stages by time", () => {
  test.each([
    ["selling", selling, later(OPENED, 1199n), later(OPENED, 1200n)],
    ["clearing", selling, later(OPENED, 1200n), later(OPENED, 2400n)],
    ["unsold", selling, later(OPENED, 2400n), later(OPENED, 2400n)],
    ["unsold", { ...selling, isCleared: true }, later(OPENED, 1300n), later(OPENED, 1300n)],
    ["live", putEpoch(), unixSeconds(EXPIRY - 1n), EXPIRY],
    ["settling", putEpoch(), EXPIRY, EXPIRY],
    ["settling", putEpoch(), later(EXPIRY, 99n), later(EXPIRY, 99n)],
  ] as const)("default: %s", (stage, epoch, now, next) => {
    expect(scheduleOf(epoch, now)).toMatchObject({ stage, nextChangeAt: { at: next, isFixed: true } });
  });
});

test("default: a request in a live epoch is executed at its expiry and can leave a week later", () => {
  expect(scheduleOf(putEpoch(), NOW)).toMatchObject({
    requestExecutesAt: { at: EXPIRY, isFixed: true },
    firstExitAt: { at: later(EXPIRY, 604_800n), isFixed: false },
    expiry: { at: EXPIRY, isFixed: true },
  });
});

test("behavior: at rest a request is executed by the end of the open window, counted from the rest", () => {
  const epoch = putEpoch({ phase: "idle" });
  const at = (idleSince: UnixSeconds, now = NOW) =>
    epochSchedule(putVault({ epoch, idleSince }), now).requestExecutesAt;
  expect(at(unixSeconds(NOW - 100n))).toEqual({ at: later(NOW, 172_700n), isFixed: false });
  expect(at(unixSeconds(NOW - 200_000n))).toEqual({ at: NOW, isFixed: false });
  expect(at(unixSeconds(NOW - 100n), later(NOW, 3_600n))).toEqual(at(unixSeconds(NOW - 100n)));
  expect(scheduleOf(epoch, NOW).expiry).toEqual({ at: EXPIRY, isFixed: false });
});

test("behavior: while nothing is sold yet the epoch may end with the clear window", () => {
  const open = { at: EXPIRY, isFixed: false, earliest: selling.clearEnd };
  for (const now of [later(OPENED, 1n), later(OPENED, 1300n)]) {
    expect(scheduleOf(selling, now)).toMatchObject({ requestExecutesAt: open, expiry: open });
    const sold = scheduleOf({ ...selling, sizeSold: wad(1n) }, now);
    expect(sold.requestExecutesAt).toEqual({ at: EXPIRY, isFixed: true });
  }
  const unsold = scheduleOf(selling, selling.clearEnd);
  expect(unsold).toMatchObject({ stage: "unsold", requestExecutesAt: { at: selling.clearEnd, isFixed: true } });
});

test("behavior: expiries are Fridays, 08:00 UTC, within the tenor", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      const expiry = nextExpiry(unixSeconds(BigInt(seconds)), terms);
      const date = new Date(Number(expiry) * 1000);
      expect([date.getUTCDay(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]).toEqual([5, 8, 0, 0]);
      expect(Number(expiry) - seconds).toBeGreaterThanOrEqual(86_400);
      expect(Number(expiry) - seconds).toBeLessThan(86_400 + 604_800);
    }),
  );
  expect(fridayEightFrom(EXPIRY)).toBe(EXPIRY);
  expect(fridayEightFrom(0n)).toBe(115_200n);
});

test("error: no Friday between the shortest and the longest tenor", () => {
  expect(nextExpiry(unixSeconds(EXPIRY), { minTenorSeconds: 60, maxTenorSeconds: 600 })).toBeNull();
});
