import type { OwnOptions } from "@/lib/vault/WalletHoldings";
import type { OwnOptionRows } from "./ownOptionRows";

/**
 * Says of a row whether it is of a margin account in which some option has no price: one without a volatility, or on a pair that nothing here prices. Such an account is in
 * no sum as a whole, or what it owes would be dropped while the money under it counts.
 */
export function unpricedAccounts(
  own: OwnOptions,
  { options }: OwnOptionRows,
): (row: { readonly key: string }) => boolean {
  const places = own.accounts.flatMap((account) => {
    const place = `${own.account}/${account.id}/`.toLowerCase();
    const rows = options.filter(({ key }) => key.startsWith(place));
    const isPriced = rows.length === account.options.length && rows.every(({ usd }) => Number.isFinite(usd));
    return isPriced ? [] : [place];
  });
  return ({ key }) => places.some((place) => key.startsWith(place));
}

/** Money at the clearinghouse in tokens that nothing here knows has no row. */
export function hasUnknownMoney({ accounts, claims }: OwnOptions, { cash }: OwnOptionRows): boolean {
  const sums = [...accounts.map(({ collateral }) => collateral), ...claims.map(({ assets }) => assets)];
  return cash.length < sums.filter((sum) => sum > 0n).length;
}
