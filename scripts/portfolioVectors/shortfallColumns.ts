import type { RandomStream } from "@/lib/math/randomStream";
import { portfolioRequirement } from "@/lib/products/portfolioMargin";
import { type Book, type BookAccount, type BookLeg, settleBook } from "@/lib/products/portfolioSettlement";
import { price8 } from "@/lib/units/Price8";
import { tokenAmount } from "@/lib/units/TokenAmount";
import { DOLLAR, initialAt, leg, ONE, SPOT } from "./portfolioParameters";

const ROWS = 60;

/** Portfolio series 0–3; 4 is fully backed and held long: a put in the quote, a call in the underlying. The Solidity test makes the same. */
const SERIES = [
  { isPut: true, strike: 1800n },
  { isPut: true, strike: 1500n },
  { isPut: false, strike: 2200n },
  { isPut: false, strike: 2600n },
] as const;

/**
 * Whole books, as columns of shortfalls.json: accounts opened with at least their initial margin at 2,000, a price far away, a fund that suffices or not. The legs
 * of an account are in the order in which it comes to hold them, the long one first.
 */
export function shortfallColumns(random: RandomStream): Record<string, string[]> {
  const books = Array.from({ length: ROWS }, () => book(random));
  const settled = books.map(settleBook);
  const accounts = books.flatMap((one) => one.accounts);
  const results = settled.flatMap((one) => one.accounts);
  const series = settled.flatMap((one) => SERIES.map((_, id) => one.series.get(String(id))));
  const legs = accounts.flatMap((account) => account.legs);
  return {
    inUnderlying: books.map((one) => (one.unit.inUnderlying ? "1" : "0")),
    price: books.map((one) => String(one.price)),
    fund: books.map((one) => String(one.fund)),
    accountCount: books.map((one) => String(one.accounts.length)),
    accountCollateral: accounts.map((account) => String(account.collateral)),
    accountLegCount: accounts.map((account) => String(account.legs.length)),
    legSeries: legs.map((one) => one.seriesId),
    legSize: legs.map((one) => String(one.size)),
    accountMissing: results.map((account) => String(account.missing)),
    accountPayout: results.map((account) => String(account.payout)),
    seriesOwed: series.map((one) => String(one?.owed ?? 0n)),
    seriesAvailable: series.map((one) => String(one?.available ?? 0n)),
    fromFund: settled.map((one) => String(one.fromFund)),
  };
}

function book(random: RandomStream): Book {
  const inUnderlying = random.uniform() < 0.4;
  const unit = { inUnderlying, decimals: inUnderlying ? 18 : 6 };
  const accounts = Array.from({ length: 1 + Math.floor(random.uniform() * 4) }, () => account(random, inUnderlying));
  const price = price8(below(random, 5_000n * DOLLAR) + 100n * DOLLAR);
  const whole = settleBook({ accounts, fund: tokenAmount(0n), price, unit });
  const kind = random.uniform();
  const fund = kind < 0.25 ? 0n : kind < 0.7 ? below(random, whole.missing + 1n) : whole.missing + 7n;
  return { accounts, fund: tokenAmount(fund), price, unit };
}

function account(random: RandomStream, inUnderlying: boolean): BookAccount {
  const chosen = SERIES.flatMap((series, id) => (random.uniform() < 0.6 ? [{ ...series, id }] : []));
  const shorts = (chosen.length > 0 ? chosen : [{ ...SERIES[0], id: 0 }]).map(({ isPut, strike, id }): BookLeg => {
    return { ...leg(isPut, strike, -(ONE / 100n + below(random, 10n * ONE))), seriesId: String(id) };
  });
  const long: BookLeg = {
    ...leg(!inUnderlying, inUnderlying ? 2400n : 1600n, 1n + below(random, 3n * ONE)),
    seriesId: "4",
  };
  const legs = random.uniform() < 0.4 ? [long, ...shorts] : shorts;
  const unit = { inUnderlying, decimals: inUnderlying ? 18 : 6 };
  const required = portfolioRequirement(legs, { unit, scenario: initialAt(SPOT) });
  return { collateral: tokenAmount(required + below(random, required / 2n)), legs };
}

function below(random: RandomStream, limit: bigint): bigint {
  return (BigInt(Math.floor(random.uniform() * 2 ** 52)) * limit) / 2n ** 52n;
}
