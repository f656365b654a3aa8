import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { formatAddress } from "./formatAddress";
import { formatOdds, formatPercent, formatPoints, formatSignedPercent, formatVolatility } from "./formatPercent";
import { formatSpot, formatStrike } from "./formatPrice";
import { formatAge, formatTimeLeft } from "./formatTimeLeft";
import {
  exactDecimal,
  formatAmount,
  formatAmountInput,
  formatSignedToken,
  formatToken,
  formatTokenExact,
} from "./formatToken";
import { formatCompactUsd, formatRiskUsd, formatSignedCompactUsd, formatSignedUsd, formatUsd } from "./formatUsd";
import { formatUtcDate, formatUtcDay } from "./formatUtcDate";
import { isoTime } from "./isoTime";

const USDC = { symbol: "USDC", decimals: 6 };
const WETH = { symbol: "WETH", decimals: 18 };

describe("dollars", () => {
  test.each([
    [formatUsd(1234.5), "$1,234.50"],
    [formatUsd(-684.02), "\u2212$684.02"],
    [formatUsd(-0.001), "$0.00"],
    [formatUsd(1e21), "$1,000,000,000,000,000,000,000.00"],
    [formatUsd(Number.NaN), "–"],
    [formatUsd(Number.NEGATIVE_INFINITY), "–"],
    [formatSignedUsd(684.02), "+$684.02"],
    [formatSignedUsd(0), "$0.00"],
    [formatRiskUsd(-12.4), "\u2212$12"],
    [formatRiskUsd(0.4), "+$0.40"],
    [formatSignedUsd(-1234, 0), "\u2212$1,234"],
    [formatCompactUsd(12_700_000), "$12.7M"],
    [formatCompactUsd(999.4), "$999"],
    [formatCompactUsd(999.6), "$1.0k"],
    [formatCompactUsd(999_960), "$1.0M"],
    [formatCompactUsd(5e15), "$5,000.0T"],
    [formatSignedCompactUsd(-8512), "\u2212$8.5k"],
  ])("default: %s", (found, expected) => expect(found).toBe(expected));
});

describe("tokens", () => {
  test.each([
    [formatToken(10_000_000_000n, USDC), "10,000.00 USDC"],
    [formatToken(1_999_999n, USDC), "1.99 USDC"],
    [formatToken(1n, USDC), "0.000001 USDC"],
    [formatToken(0n, USDC), "0.00 USDC"],
    [formatToken(32n * 10n ** 18n, WETH), "32.00 WETH"],
    [formatToken(45n * 10n ** 16n, WETH), "0.45 WETH"],
    [formatToken(1_234_567_890_123_456_789n, WETH), "1.23456 WETH"],
    [formatToken(38_107_889_999_999_999_999_999n, { symbol: "blUSDC-IC", decimals: 18 }), "38,107.88 blUSDC-IC"],
    [formatToken(1_234_567_890n, WETH), "0.00000000123456 WETH"],
    [formatSignedToken(-1_500_000_000n, USDC), "\u22121,500.00 USDC"],
    [formatSignedToken(5n, { symbol: "X", decimals: 0 }), "+5.00 X"],
    [formatTokenExact(1_500_000_001n, USDC), "1,500.000001 USDC"],
    [formatTokenExact(10n ** 18n, WETH), "1.00 WETH"],
    [formatAmount(-1_990_000n, 6), "\u22121.99"],
    [formatAmountInput(1_234_500_000n, 6), "1234.5"],
    [exactDecimal(-1_234_500_000n, 6), "-1234.5"],
    [exactDecimal(10n ** 24n + 1n, 18), "1000000.000000000000000001"],
    [exactDecimal(0n, 18), "0"],
  ])("default: %s", (found, expected) => expect(found).toBe(expected));

  test("behavior: what is shown is never more than what there is, and what goes into the field comes back whole", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 128n }), fc.integer({ min: 0, max: 36 }), (amount, decimals) => {
        const shown = formatAmount(amount, decimals).replaceAll(",", "").replace(/\.0+$/, "");
        const [whole = "0", fraction = ""] = shown.split(".");
        const scaled = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
        expect(scaled <= amount && scaled > 0n).toBe(true);
        expect(parseTokenAmount(formatAmountInput(amount, decimals), decimals)).toEqual({ ok: true, amount });
      }),
    );
  });
});

describe("percent, volatility, prices", () => {
  test.each([
    [formatPercent(0.0116), "1.16%"],
    [formatSignedPercent(-0.058, 1), "\u22125.8%"],
    [formatSignedPercent(0), "0.00%"],
    [formatOdds(0.0001), "<1%"],
    [formatOdds(0), "0%"],
    [formatOdds(0.999), ">99%"],
    [formatOdds(0.335), "34%"],
    [formatVolatility(0.585), "58.5%"],
    [formatPoints(0.1), "+10 pts"],
    [formatPoints(-0.005), "\u22120.5 pts"],
    [formatPoints(0), "0 pts"],
    [formatSpot(3482.156), "$3,482.16"],
    [formatSpot(95_123.4), "$95,123"],
    [formatStrike(3100), "$3,100"],
    [formatStrike(1.005), "$1.00"],
    [formatStrike(Number.POSITIVE_INFINITY), "–"],
  ])("default: %s", (found, expected) => expect(found).toBe(expected));
});

describe("time", () => {
  const friday = unixSeconds(1_795_766_400n);
  const earlier = (seconds: bigint) => unixSeconds(friday - seconds);
  test.each([
    [isoTime(unixSeconds(1_795_766_400n)), "2026-11-27T08:00:00Z"],
    [isoTime(unixSeconds(2n ** 64n - 1n)), ""],
    [formatUtcDate(friday, earlier(1n)), "Fri 27 Nov, 08:00 UTC"],
    [formatUtcDate(unixSeconds(0n), friday), "Thu 1 Jan 1970, 00:00 UTC"],
    [formatUtcDay(friday, unixSeconds(0n)), "Fri 27 Nov 2026"],
    [formatUtcDate(unixSeconds(2n ** 64n - 1n), friday), "–"],
    [formatTimeLeft(friday, earlier(406_800n)), "4d 17h"],
    [formatTimeLeft(friday, earlier(61_440n)), "17h 04m"],
    [formatTimeLeft(friday, earlier(3_600n)), "1h 00m"],
    [formatTimeLeft(friday, earlier(252n)), "04:12"],
    [formatTimeLeft(friday, friday), "now"],
    [formatAge(earlier(185n), friday), "3 min ago"],
    [formatAge(earlier(4440n), friday), "74 min ago"],
    [formatAge(earlier(-5n), friday), "just now"],
    [formatAge(earlier(200_000n), friday), "2 days ago"],
    [formatAddress("0x7c3Fa0b86991c6218b36c1d19D4a2e9Eb0cE91bE"), "0x7c3F…91bE"],
  ])("default: %s", (found, expected) => expect(found).toBe(expected));
});
