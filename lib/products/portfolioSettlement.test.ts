import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { price8 } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { wad } from "@/lib/units/Wad";
import { type BookAccount, type BookLeg, claimAfterHaircut, settleBook } from "./portfolioSettlement";

const ONE = 10n ** 18n;
const DOLLAR = 10n ** 8n;
const unit = { inUnderlying: false, decimals: 6 };
const put = (seriesId: string, strike: bigint, size: bigint): BookLeg => ({
  seriesId,
  isPut: true,
  strike: price8(strike * DOLLAR),
  size: wad(size),
});
const account = (dollars: bigint, legs: readonly BookLeg[]): BookAccount => ({
  collateral: tokenAmount(dollars * 1_000_000n),
  legs,
});
/** 2 · 1,200 and 900 owed at 600, 2,000 there; the other owes 1,200 and has 10,000. */
const accounts = [
  account(2_000n, [put("high", 1800n, -2n * ONE), put("low", 1500n, -ONE)]),
  account(10_000n, [put("high", 1800n, -ONE)]),
];
const at600 = { accounts, price: price8(600n * DOLLAR), unit };

describe("settling a book", () => {
  test("default: everybody can pay", () => {
    const settled = settleBook({ ...at600, price: price8(1700n * DOLLAR), fund: tokenAmount(5n) });
    expect(settled.accounts.map(({ payout }) => payout)).toEqual([1_800_000_000n, 9_900_000_000n]);
    expect(settled.fromFund).toBe(0n);
    expect(settled.series.get("high")).toEqual({ owed: 300_000_000n, available: 300_000_000n });
  });

  test("behavior: the fund pays what is missing", () => {
    const settled = settleBook({ ...at600, fund: tokenAmount(2_000_000_000n) });
    expect(settled.missing).toBe(1_300_000_000n);
    expect(settled.fromFund).toBe(1_300_000_000n);
    expect(settled.series.get("low")).toEqual({ owed: 900_000_000n, available: 900_000_000n });
  });

  test("behavior: what the fund has not is cut, series by series, in proportion to what was not paid", () => {
    const settled = settleBook({ ...at600, fund: tokenAmount(0n) });
    const low = { owed: tokenAmount(900_000_000n), available: tokenAmount(900_000_000n - 354_545_454n) };
    expect(settled.series.get("low")).toEqual(low);
    expect(settled.series.get("high")?.available).toBe(3_600_000_000n - 945_454_546n);
    expect(claimAfterHaircut(tokenAmount(900_000_000n), low)).toBe(545_454_546n);
    expect(claimAfterHaircut(tokenAmount(1n), low)).toBe(0n);
  });

  test("behavior: a long leg pays before anything is missing", () => {
    const hedged = account(0n, [put("backed", 1500n, ONE), put("high", 1800n, -ONE)]);
    const settled = settleBook({ ...at600, accounts: [hedged], fund: tokenAmount(0n) });
    expect(settled.accounts).toEqual([
      { owed: 1_200_000_000n, received: 900_000_000n, missing: 300_000_000n, payout: 0n },
    ]);
  });

  test("behavior: money is neither made nor lost, but for the fund's roundings", () => {
    const size = fc.bigInt({ min: -(10n ** 20n), max: -1n });
    const one = fc.record({
      collateral: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(tokenAmount),
      legs: fc.array(
        fc.record({ strike: fc.constantFrom(1500n, 1800n), size }).map(({ strike, size: short }) => {
          return put(String(strike), strike, short);
        }),
        { minLength: 1, maxLength: 4 },
      ),
    });
    const fund = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(tokenAmount);
    const price = fc.bigInt({ min: 1n, max: 2_000n * DOLLAR }).map(price8);
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), fund, price, (book, inFund, final) => {
        const settled = settleBook({ accounts: book, fund: inFund, price: final, unit });
        const paid = settled.accounts.reduce((sum, { payout }) => sum + payout, 0n);
        const reserved = [...settled.series.values()].reduce((sum, { available }) => sum + available, 0n);
        const brought = book.reduce((sum, { collateral }) => sum + collateral, 0n) + settled.fromFund;
        expect(paid + reserved <= brought && brought - paid - reserved < 2n).toBe(true);
      }),
    );
  });
});
