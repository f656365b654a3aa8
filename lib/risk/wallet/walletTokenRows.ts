import { tokenAmount, tokenToNumber } from "@/lib/units/TokenAmount";
import type { Address } from "@/lib/vault/Token";
import type { WalletToken, WalletTokens } from "@/lib/vault/WalletHoldings";
import type { TokenWorth, YieldPart } from "../yieldParts";

/** What several wallets have of one token, together. */
export type WalletTokenRow = {
  readonly symbol: string;
  /** The chain, where there are several. */
  readonly on?: string | null;
  readonly units: number;
  /** Dollars; NaN where the token has no price here. */
  readonly usd: number;
  /** Null where it has none: such a token is in no sum. */
  readonly part: YieldPart | null;
};

/** The tokens of wallets, and the names of those whose contracts did not say what is there. */
export type WalletTokenRows = { readonly rows: readonly WalletTokenRow[]; readonly unread: readonly string[] };

/** Less than half a cent is dust. */
const DUST_USD = 0.005;

/**
 * Plain tokens and the chain's own coin as parts of a book, one a token, whoever of the addresses has it: coins by their spot, a quote as one
 * dollar. Nothing and dust are left out; a token without a price is a row without a part.
 */
export function walletTokenRows(
  wallets: readonly WalletTokens[],
  worthOf: (token: Address) => TokenWorth | null,
): WalletTokenRows {
  const all = wallets.flatMap(({ tokens }) => tokens);
  const sums = new Map<string, WalletToken>();
  for (const one of all) {
    const key = one.token.address.toLowerCase();
    const before = sums.get(key)?.amount ?? 0n;
    sums.set(key, { ...one, amount: tokenAmount(before + (one.amount ?? 0n)) });
  }
  return {
    rows: [...sums.values()].flatMap((one) => rowOf(one, worthOf(one.pricedAs)) ?? []),
    unread: [...new Set(all.filter(({ amount }) => amount === null).map(({ token }) => token.symbol))],
  };
}

function rowOf({ token, amount }: WalletToken, worth: TokenWorth | null): WalletTokenRow | null {
  const { symbol, decimals } = token;
  const units = tokenToNumber(amount ?? tokenAmount(0n), decimals);
  if (worth === null) return units > 0 ? { symbol, units, usd: Number.NaN, part: null } : null;
  const isCoin = worth.kind === "coin";
  const usd = units * (isCoin ? worth.spot : 1);
  if (usd < DUST_USD) return null;
  const part = {
    ...{ id: `wallet/${token.address}`.toLowerCase(), name: `Wallet: ${symbol}`, isOwn: true, legs: [] },
    ...{ coinUnits: isCoin ? units : 0, quoteUnits: isCoin ? 0 : units, quote: isCoin ? "" : symbol },
    settlesIn: "quote" as const,
  };
  return { symbol, units, usd, part: { worth, part } };
}
