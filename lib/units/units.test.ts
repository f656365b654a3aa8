import fc from "fast-check";
import { expect, test } from "vitest";
import { BPS, bps, bpsToNumber } from "./Bps";
import { price8, price8ToNumber } from "./Price8";
import { shares, sharesToNumber } from "./Shares";
import { applyBps, tokenAmount, tokenToNumber } from "./TokenAmount";
import { SECONDS_PER_YEAR, unixSeconds, yearsBetween } from "./UnixSeconds";
import { divWad, mulWad, WAD, wad, wadToNumber } from "./Wad";

const amount = fc.bigInt({ min: 0n, max: 2n ** 128n });

test("default: whole units as doubles", () => {
  expect(wadToNumber(WAD)).toBe(1);
  expect(tokenToNumber(tokenAmount(1_500_000n), 6)).toBe(1.5);
  expect(sharesToNumber(shares(25n * 10n ** 17n))).toBe(2.5);
  expect(price8ToNumber(price8(348_240_000_000n))).toBe(3482.4);
  expect(bpsToNumber(bps(125n))).toBe(0.0125);
  expect(bpsToNumber(BPS)).toBe(1);
});

test("behavior: years have 365 days and run backwards too", () => {
  const start = unixSeconds(1_700_000_000n);
  expect(yearsBetween(start, unixSeconds(start + BigInt(SECONDS_PER_YEAR)))).toBe(1);
  expect(yearsBetween(unixSeconds(86_400n), unixSeconds(0n))).toBe(-1 / 365);
});

test("behavior: a product of wads lies between its two roundings, one wei apart", () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const down = mulWad(wad(a), wad(b), "down");
      const up = mulWad(wad(a), wad(b), "up");
      expect(down * 10n ** 18n <= a * b && a * b <= up * 10n ** 18n).toBe(true);
      expect(up - down <= 1n).toBe(true);
    }),
  );
});

test("behavior: dividing what was multiplied never gives more when both round down", () => {
  fc.assert(
    fc.property(amount, fc.bigInt({ min: 1n, max: 2n ** 128n }), (a, b) => {
      expect(divWad(mulWad(wad(a), wad(b), "down"), wad(b), "down") <= a).toBe(true);
      expect(divWad(mulWad(wad(a), wad(b), "up"), wad(b), "up") >= a).toBe(true);
    }),
  );
});

test("behavior: a share of an amount rounds as written", () => {
  expect(applyBps(tokenAmount(9_999n), bps(1n), "down")).toBe(0n);
  expect(applyBps(tokenAmount(9_999n), bps(1n), "up")).toBe(1n);
  expect(applyBps(tokenAmount(123_456n), BPS, "down")).toBe(123_456n);
});

test("error: dividing by a zero wad throws", () => {
  expect(() => divWad(WAD, wad(0n), "up")).toThrow(RangeError);
});
