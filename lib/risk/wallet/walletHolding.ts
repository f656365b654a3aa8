import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Fill } from "@/lib/vault/Epoch";
import type { MarketSurface } from "@/lib/vault/MarketSurface";
import type { Address, Token } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import type { OwnOptions, WalletTokens } from "@/lib/vault/WalletHoldings";
import { cents } from "../holdingParts";
import type { Exit } from "../mandate/mandateFigures";
import { partUsd } from "../partUsd";
import type { TokenWorth, YieldPart } from "../yieldParts";
import { ownOptionParts } from "./ownOptionParts";
import { type OwnCashRow, type OwnOptionRow, ownOptionRows } from "./ownOptionRows";
import { ownOptionVolatility } from "./ownOptionVolatility";
import { hasUnknownMoney, unpricedAccounts } from "./unpricedAccounts";
import { type WalletTokenRow, walletTokenRows } from "./walletTokenRows";

/** What addresses hold themselves, in no vault: plain tokens, and options at the clearinghouse with the money under them. */
export type WalletHolding = {
  readonly tokens: readonly WalletTokenRow[];
  readonly options: readonly OwnOptionRow[];
  readonly cash: readonly OwnCashRow[];
  readonly tokenParts: readonly YieldPart[];
  readonly optionParts: readonly YieldPart[];
  /** Dollars, in cents. */
  readonly tokensUsd: number;
  readonly optionsUsd: number;
  /** Names of what has no price here and is in no sum. */
  readonly unpriced: readonly string[];
  /** Tokens whose contracts did not say what is there. */
  readonly unread: readonly string[];
  /** Option series that were not read, because there are more than are asked about. */
  readonly leftOut: number;
  /** How long options are held until they pay, by the ids of their parts. */
  readonly exits: ReadonlyMap<string, Exit>;
};

/** Nothing. */
export const NO_WALLET: WalletHolding = {
  ...{ tokens: [], options: [], cash: [], tokenParts: [], optionParts: [], tokensUsd: 0, optionsUsd: 0 },
  ...{ unpriced: [], unread: [], leftOut: 0, exits: new Map() },
};

/** What was read of the addresses, and what values it. */
export type WalletHoldingInput = {
  /** Where it lies; its name is null where there is one chain alone. */
  readonly chain: { readonly id: number; readonly name: string | null };
  readonly wallets: readonly WalletTokens[];
  readonly owned: readonly OwnOptions[];
  readonly worthOf: (token: Address) => TokenWorth | null;
  readonly vaults: readonly Vault[];
  readonly fillsOf: (vault: string) => readonly Fill[];
  /** By a coin's symbol. */
  readonly marketOf: (coin: string) => MarketSurface | undefined;
  readonly now: UnixSeconds;
};

const DAYS_PER_YEAR = 365;

/** Values what lies in wallets, and makes parts of a book of it. */
export function walletHolding(input: WalletHoldingInput): WalletHolding {
  const { wallets, owned, worthOf, chain } = input;
  const { rows, unread } = walletTokenRows(wallets, worthOf);
  const tokens = rows.map((row) => ({ ...row, on: chain.name, part: row.part && placed(row.part, chain) }));
  const found = owned.map((own) => foundRows(own, input));
  const placedRow = <Row extends { readonly key: string }>(row: Row): Row => ({
    ...row,
    on: chain.name,
    key: `${row.key}/${chain.id}`,
  });
  const options = found.flatMap((one) => one.options).map(placedRow);
  const cash = found.flatMap((one) => one.cash).map(placedRow);
  const unknown = found.reduce((sum, one) => sum + one.unknown, 0);
  const leftOut = owned.reduce((sum, one) => sum + one.leftOut, 0);
  const isOut = (row: { readonly key: string }) => found.some((one) => one.isOut(row));
  const counted = { options: options.filter((row) => !isOut(row)), cash: cash.filter((row) => !isOut(row)) };
  const own = ownOptionParts(counted, (coin) => coinAt(coin, counted.options, input));
  const optionParts = own.map((part) => placed(part, chain));
  const tokenParts = tokens.flatMap(({ part }) => part ?? []);
  const unpriced = [
    ...tokens.filter(({ part }) => part === null).map(({ symbol }) => symbol),
    ...options.filter(({ usd }) => Number.isNaN(usd)).map(({ coin }) => `${coin} options`),
    ...(unknown > 0 ? ["options on other pairs"] : []),
    ...(found.some((one) => one.hasUnknownMoney) ? ["other tokens at the clearinghouse"] : []),
    ...(leftOut > 0 ? [`${leftOut} more series${chain.name === null ? "" : ` on ${chain.name}`}`] : []),
  ];
  return {
    ...{ tokens, options, cash, tokenParts, optionParts, unread, leftOut },
    unpriced: [...new Set(unpriced)],
    tokensUsd: sumOf(tokenParts),
    optionsUsd: sumOf(optionParts),
    exits: new Map(optionParts.map((part) => [part.part.id, exitOf(part, counted.options)])),
  };
}

/** One address's rows, which of them are in no sum, and whether some of its money has none. */
function foundRows(own: OwnOptions, input: WalletHoldingInput) {
  const rows = ownOptionRows(own, optionMarket(input));
  return { ...rows, isOut: unpricedAccounts(own, rows), hasUnknownMoney: hasUnknownMoney(own, rows) };
}

/** The same on another chain is another part. */
function placed({ part, worth }: YieldPart, { id, name }: WalletHoldingInput["chain"]): YieldPart {
  return {
    worth,
    part: { ...part, id: `${part.id}/${id}`, name: name === null ? part.name : `${part.name} on ${name}` },
  };
}

function optionMarket({ vaults, fillsOf, marketOf, now, worthOf }: WalletHoldingInput) {
  const known = vaults.flatMap(({ underlying, quote }) => [underlying, quote]);
  const tokenOf = (address: Address): Token | undefined =>
    known.find((token) => token.address.toLowerCase() === address.toLowerCase());
  const volatilityOf = (series: Parameters<typeof ownOptionVolatility>[0]) => {
    const worth = worthOf(series.underlying);
    const market = worth?.kind === "coin" ? marketOf(worth.symbol) : undefined;
    return ownOptionVolatility(series, { vaults, fillsOf, market, now });
  };
  return { worthOf, tokenOf, volatilityOf, now };
}

/** The market's smile only where an option is valued by it: the smile that may move along is never another than theirs. */
function coinAt(coin: string, options: readonly OwnOptionRow[], input: WalletHoldingInput) {
  const { vaults, owned, worthOf, marketOf } = input;
  // A coin that only a feed prices has no vault: what is held of it says which token it is.
  const tokens = [
    ...vaults.map(({ underlying }) => underlying.address),
    ...owned.flatMap((own) => [
      ...own.tokens.map(({ series }) => series.underlying),
      ...own.accounts.map(({ underlying }) => underlying),
      ...own.claims.map(({ asset }) => asset),
    ]),
  ];
  const worth = tokens.map(worthOf).find((one) => one?.kind === "coin" && one.symbol === coin);
  const isMarked = options.some((row) => row.coin === coin && row.volatility?.source === "market");
  const market = isMarked ? marketOf(coin) : undefined;
  return {
    spot: worth?.kind === "coin" ? worth.spot : Number.NaN,
    surface: market?.ok ? market.view.surface : null,
  };
}

/** Nobody on chain buys an option back: it pays once it is settled. What is settled can be taken. */
function exitOf({ part, worth }: YieldPart, options: readonly OwnOptionRow[]): Exit {
  const years = part.legs.map(({ timeToExpiryYears }) => timeToExpiryYears);
  const isOfPart = (row: OwnOptionRow) =>
    worth.kind === "coin" && row.coin === worth.symbol && row.settlesIn === part.settlesIn;
  const settled = options.filter((row) => row.state === "settled" && isOfPart(row));
  return {
    days: DAYS_PER_YEAR * Math.max(0, ...years),
    freeUsd: part.legs.length === 0 ? 0 : settled.reduce((sum, { usd }) => sum + usd, 0),
  };
}

function sumOf(parts: readonly YieldPart[]): number {
  return cents(parts.reduce((sum, part) => sum + partUsd(part), 0));
}
