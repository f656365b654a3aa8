import type { Price8 } from "@/lib/units/Price8";
import { divRounded } from "@/lib/units/rounding";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";
import { type ExactLeg, netPayoffDown, type SettlementUnit } from "./payoffExact";

/** A leg of an account at the expiry: a portfolio series that it is short of, or a fully backed one that it is long of. */
export type BookLeg = ExactLeg & { readonly seriesId: string };

/** An account at the expiry. */
export type BookAccount = { readonly collateral: TokenAmount; readonly legs: readonly BookLeg[] };

/** A book whose price is final. `fund` is what the insurance fund holds for its market. */
export type Book = {
  readonly accounts: readonly BookAccount[];
  readonly fund: TokenAmount;
  readonly price: Price8;
  readonly unit: SettlementUnit;
};

/** What settling an account came to: what it owed, what its long legs paid it, what it could not pay, what is left for its owner. */
export type SettledAccount = {
  readonly owed: TokenAmount;
  readonly received: TokenAmount;
  readonly missing: TokenAmount;
  readonly payout: TokenAmount;
};

/** What holders of a series can claim together: `owed` less the haircut is `available`. */
export type SettledSeries = { readonly owed: TokenAmount; readonly available: TokenAmount };

/** A closed book. */
export type SettledBook = {
  readonly accounts: readonly SettledAccount[];
  readonly series: ReadonlyMap<string, SettledSeries>;
  readonly missing: TokenAmount;
  readonly fromFund: TokenAmount;
};

/**
 * Settles every account of a book: owed rounded up for each account and series, received down for each series; what is missing split in proportion to what
 * is owed, last leg first, so that the parts add up; the fund's payment split in proportion to what is missing of each series, rounded down. The model of
 * `PortfolioSettlement`, to the wei.   Checked: contracts/test/vectors/shortfalls.json.
 */
export function settleBook({ accounts, fund, price, unit }: Book): SettledBook {
  const totals = new Map<string, { owed: bigint; missing: bigint }>();
  const settled = accounts.map((account) => settleAccount(account, { price, unit, totals }));
  const missing = settled.reduce((sum, account) => sum + account.missing, 0n);
  const fromFund = missing < fund ? missing : fund;
  const series = [...totals].map(([id, total]): [string, SettledSeries] => {
    const paid = total.missing === 0n ? 0n : divRounded(total.missing * fromFund, missing, "down");
    return [id, { owed: tokenAmount(total.owed), available: tokenAmount(total.owed - total.missing + paid) }];
  });
  return {
    accounts: settled,
    series: new Map(series),
    missing: tokenAmount(missing),
    fromFund: tokenAmount(fromFund),
  };
}

/** What a holder gets for `claim`, the full value of its options rounded down: the same part as every other holder of the series. */
export function claimAfterHaircut(claim: TokenAmount, { owed, available }: SettledSeries): TokenAmount {
  if (available >= owed) return claim;
  return tokenAmount(divRounded(claim * available, owed, "down"));
}

type Settling = {
  readonly price: Price8;
  readonly unit: SettlementUnit;
  readonly totals: Map<string, { owed: bigint; missing: bigint }>;
};

function settleAccount({ collateral, legs }: BookAccount, { price, unit, totals }: Settling): SettledAccount {
  const payoffs = legs.map((leg) => netPayoffDown([leg], price, unit));
  const owedOf = legs.map((leg, index) => (leg.size < 0n ? -(payoffs[index] ?? 0n) : 0n));
  const owed = owedOf.reduce((sum, part) => sum + part, 0n);
  const received = legs.reduce((sum, leg, index) => (leg.size > 0n ? sum + (payoffs[index] ?? 0n) : sum), 0n);
  const left = collateral + received - owed;
  const missing = left < 0n ? -left : 0n;
  let unsplit = missing;
  let unsplitOwed = owed;
  for (let index = legs.length - 1; index >= 0; index -= 1) {
    const leg = legs[index];
    const part = owedOf[index] ?? 0n;
    if (!leg || leg.size > 0n) continue;
    const short = unsplitOwed === 0n ? 0n : divRounded(unsplit * part, unsplitOwed, "down");
    unsplit -= short;
    unsplitOwed -= part;
    const total = totals.get(leg.seriesId) ?? { owed: 0n, missing: 0n };
    totals.set(leg.seriesId, { owed: total.owed + part, missing: total.missing + short });
  }
  return {
    owed: tokenAmount(owed),
    received: tokenAmount(received),
    missing: tokenAmount(missing),
    payout: tokenAmount(left < 0n ? 0n : left),
  };
}
