import { black } from "@/lib/pricing/black";
import { price8ToNumber } from "@/lib/units/Price8";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { type UnixSeconds, yearsBetween } from "@/lib/units/UnixSeconds";
import { wadToNumber } from "@/lib/units/Wad";
import type { Address, Token } from "@/lib/vault/Token";
import type { ExpiryPrice, OptionSeries, OwnOption, OwnOptions } from "@/lib/vault/WalletHoldings";
import type { BookLeg } from "../RiskBook";
import type { TokenWorth } from "../yieldParts";
import type { OwnVolatility } from "./ownOptionVolatility";

/** An option that an address holds or owes itself. `expired`: its price is not final yet; `settled`: what it pays can be taken. */
export type OwnOptionRow = {
  readonly key: string;
  /** The chain, where there are several. */
  readonly on?: string | null;
  readonly heldAs: "token" | "account";
  readonly state: "open" | "expired" | "settled";
  readonly coin: string;
  readonly isPut: boolean;
  readonly strike: number;
  readonly expiry: UnixSeconds;
  /** Options: owed below 0. */
  readonly size: number;
  readonly settlesIn: "underlying" | "quote";
  readonly quote: string;
  /** By Black's formula, or what the settlement price makes of it; NaN where nothing gives its volatility. */
  readonly usd: number;
  /** Units of what it settles in, once it is settled. */
  readonly settledUnits: number;
  /** Null once it is settled, and without a volatility. */
  readonly leg: BookLeg | null;
  readonly volatility: OwnVolatility | null;
};

/** Money at the clearinghouse: collateral of an account that is not settled, or what settled ones left. */
export type OwnCashRow = {
  readonly key: string;
  /** The chain, where there are several. */
  readonly on?: string | null;
  readonly kind: "collateral" | "claim";
  /** What it is of: a coin, or null for a quote. */
  readonly coin: string | null;
  readonly symbol: string;
  readonly units: number;
  readonly usd: number;
  /** The coin of the options that collateral lies under; null for a claim. */
  readonly under: string | null;
  /** When collateral is free at the latest; null for a claim. */
  readonly expiry: UnixSeconds | null;
};

/** What tokens are and count as, volatilities by series, and chain time. */
export type OwnOptionMarket = {
  readonly worthOf: (token: Address) => TokenWorth | null;
  readonly tokenOf: (token: Address) => Token | undefined;
  readonly volatilityOf: (series: OptionSeries) => OwnVolatility | null;
  readonly now: UnixSeconds;
};

/** Rows of what an address has at the clearinghouse, and how many options of pairs without a price here were left out. */
export type OwnOptionRows = {
  readonly options: readonly OwnOptionRow[];
  readonly cash: readonly OwnCashRow[];
  readonly unknown: number;
};

/** Every option and every sum of money that is held outright, valued now. Dollars; a quote counts as one. */
export function ownOptionRows(own: OwnOptions, market: OwnOptionMarket): OwnOptionRows {
  const { account, tokens, accounts, prices, claims } = own;
  const held = [
    ...tokens.map((option) => ({ option, heldAs: "token" as const, at: account })),
    ...accounts.flatMap(({ id, options }) =>
      options.map((option) => ({ option, heldAs: "account" as const, at: `${account}/${id}` })),
    ),
  ];
  const options = held.map(({ option, heldAs, at }) =>
    optionRow(option, { market, prices, heldAs, key: `${at}/${option.series.seriesId}`.toLowerCase() }),
  );
  const collateral = accounts.map(({ id, underlying, settlementAsset: asset, collateral: amount, expiry }) => {
    const worth = market.worthOf(underlying);
    const under = worth?.kind === "coin" ? worth.symbol : null;
    return cashRow({ key: `${account}/${id}/cash`, kind: "collateral", asset, amount, expiry, under }, market);
  });
  const claimed = claims.map(({ asset, assets: amount }) =>
    cashRow({ key: `${account}/claim/${asset}`, kind: "claim", asset, amount, expiry: null, under: null }, market),
  );
  return {
    options: options.flatMap((row) => row ?? []),
    cash: [...collateral, ...claimed].flatMap((row) => (row === null || row.units === 0 ? [] : [row])),
    unknown: options.filter((row) => row === null).length,
  };
}

type OptionAt = Pick<OwnOptionRow, "key" | "heldAs"> & {
  readonly market: OwnOptionMarket;
  readonly prices: readonly ExpiryPrice[];
};

function optionRow({ series, size: wads }: OwnOption, { market, prices, ...named }: OptionAt): OwnOptionRow | null {
  const worth = market.worthOf(series.underlying);
  const quote = market.tokenOf(series.quote);
  if (worth?.kind !== "coin" || market.worthOf(series.quote)?.kind !== "quote" || quote === undefined) return null;
  const { isPut, expiry } = series;
  const [size, strike] = [wadToNumber(wads), price8ToNumber(series.strike)];
  const settlesIn = isSame(series.settlementAsset, series.underlying) ? "underlying" : "quote";
  const row = { ...named, coin: worth.symbol, isPut, strike, expiry, size, settlesIn, quote: quote.symbol } as const;
  const final = prices.find((one) => isOfPair(one, series) && one.expiry === expiry);
  if (final !== undefined) {
    const price = price8ToNumber(final.price);
    const payoff = size * Math.max(0, isPut ? strike - price : price - strike);
    const settledUnits = settlesIn === "underlying" ? payoff / price : payoff;
    const usd = settlesIn === "underlying" ? settledUnits * worth.spot : settledUnits;
    return { ...row, state: "settled", usd, settledUnits, leg: null, volatility: null };
  }
  const timeToExpiryYears = Math.max(0, yearsBetween(market.now, expiry));
  const state = timeToExpiryYears > 0 ? "open" : "expired";
  // At its expiry an option is its payoff whatever the volatility.
  const volatility = market.volatilityOf(series) ?? (state === "expired" ? AT_EXPIRY : null);
  if (volatility === null) return { ...row, state, usd: Number.NaN, settledUnits: 0, leg: null, volatility };
  const leg: BookLeg = { isPut, strike, size, timeToExpiryYears, volatility: volatility.volatility };
  const { price } = black({ ...leg, forward: worth.spot });
  return { ...row, state, usd: size * price, settledUnits: 0, leg, volatility };
}

const AT_EXPIRY: OwnVolatility = { volatility: 0, source: "fills" };

type Cash = Pick<OwnCashRow, "key" | "kind" | "expiry" | "under"> & {
  readonly asset: Address;
  readonly amount: OwnOptions["claims"][number]["assets"];
};

function cashRow({ asset, amount, key, ...cash }: Cash, { worthOf, tokenOf }: OwnOptionMarket): OwnCashRow | null {
  const worth = worthOf(asset);
  const token = tokenOf(asset);
  if (worth === null || token === undefined) return null;
  const units = tokenToNumber(amount, token.decimals);
  const coin = worth.kind === "coin" ? worth.symbol : null;
  const usd = worth.kind === "coin" ? units * worth.spot : units;
  return { ...cash, key: key.toLowerCase(), coin, symbol: token.symbol, units, usd };
}

type Pair = Pick<OptionSeries, "underlying" | "quote">;

/** A coin has another final price in another quote. */
function isOfPair(one: Pair, other: Pair): boolean {
  return isSame(one.underlying, other.underlying) && isSame(one.quote, other.quote);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
