import { vaultTitle } from "@/components/vault/vaultTitle";
import { type CsvColumn, csvText } from "@/lib/format/csvText";
import { exactDecimal } from "@/lib/format/formatToken";
import { isoTime } from "@/lib/format/isoTime";
import { greeksByUnderlying } from "@/lib/risk/greeksByUnderlying";
import { holdingParts } from "@/lib/risk/holdingParts";
import type { LossSummary } from "@/lib/risk/loss/LossSummary";
import type { VaultHolding } from "@/lib/risk/vaultHolding";
import { vaultPartId } from "@/lib/risk/vaultPartId";
import type { Portfolio } from "./usePortfolio";
import type { WalletView } from "./walletView";

/** A vault that is held, and its share of the one-day shortfall in dollars; null while that is not known. */
export type PositionRecord = { readonly holding: VaultHolding; readonly shortfallUsd: number | null };

/** Of the dollars in a file. */
const CENTS = 2;
/** Of coins and shares of a whole in a file. */
const FINE = 9;

const GREEK_NAMES = {
  delta: { name: "delta_coins", meaning: "change of the value in dollars per dollar of the coin" },
  gamma: { name: "gamma", meaning: "change of that per dollar of the coin" },
  vegaPerPoint: { name: "vega_usd", meaning: "dollars per point of volatility" },
  thetaPerDay: { name: "theta_usd", meaning: "dollars per day" },
} as const;

const number = (value: number, digits: number) => (Number.isFinite(value) ? value.toFixed(digits) : "");

/** One line a vault. */
export const POSITION_COLUMNS: readonly CsvColumn<PositionRecord>[] = [
  { name: "chain_id", meaning: "number of the chain", cell: ({ holding: { vault } }) => String(vault.chainId) },
  { name: "block", meaning: "block that it was read at", cell: ({ holding: { vault } }) => String(vault.blockNumber) },
  { name: "vault", meaning: "the vault’s name", cell: ({ holding: { vault } }) => vaultTitle(vault) },
  { name: "vault_address", meaning: "its address", cell: ({ holding: { vault } }) => vault.address },
  {
    name: "shares",
    meaning: "shares wherever they lie: wallet, claimable, waiting to leave",
    cell: ({ holding: { vault, value } }) => exactDecimal(value.sharesAtRisk, vault.share.decimals),
  },
  {
    name: "shares_usd",
    meaning: "what they are worth, every option at today’s volatility",
    cell: ({ holding }) => number(holdingParts(holding).sharesUsd, CENTS),
  },
  {
    name: "apart_usd",
    meaning: "what waits to join or can be taken",
    cell: ({ holding }) => number(holdingParts(holding).apartUsd, CENTS),
  },
  {
    name: "epoch_result_usd",
    meaning: "result of the open epoch so far, before fees",
    cell: ({ holding }) => number(holdingParts(holding).epochUsd ?? Number.NaN, CENTS),
  },
  {
    name: "underlying",
    meaning: "coin that its options are on",
    cell: ({ holding: { vault } }) => vault.underlyingSymbol,
  },
  ...(["delta", "gamma", "vegaPerPoint", "thetaPerDay"] as const).map(
    (name): CsvColumn<PositionRecord> => ({
      name: GREEK_NAMES[name].name,
      meaning: GREEK_NAMES[name].meaning,
      cell: ({ holding }) => number(greeksByUnderlying(holding.risk)[0]?.[name] ?? Number.NaN, FINE),
    }),
  ),
  {
    name: "shortfall_share_usd",
    meaning: "share of the one-day expected shortfall at 95 %, losses above 0",
    cell: ({ shortfallUsd }) => number(shortfallUsd ?? Number.NaN, CENTS),
  },
];

/** A bin of the distribution. */
type BinRecord = { readonly from: number; readonly to: number; readonly count: number };

/** One line a bin; the first and last have no bound on their far side. */
const DISTRIBUTION_COLUMNS: readonly CsvColumn<BinRecord>[] = [
  { name: "from_usd", meaning: "change in net value from", cell: ({ from }) => number(from, CENTS) },
  { name: "to_usd", meaning: "up to", cell: ({ to }) => number(to, CENTS) },
  { name: "scenarios", meaning: "how many came out so", cell: ({ count }) => String(count) },
];

/** A part that lies in a wallet: an option or money at the clearinghouse, or a token. */
type WalletRecord = {
  readonly kind: "option" | "money" | "token";
  readonly name: string;
  readonly units: number;
  readonly expiry: string;
  readonly usd: number;
  readonly isCounted: boolean;
};

const WALLET_COLUMNS: readonly CsvColumn<WalletRecord>[] = [
  { name: "kind", meaning: "option, money at the clearinghouse, or token", cell: ({ kind }) => kind },
  { name: "name", meaning: "coin, strike and kind, or symbol", cell: ({ name }) => name },
  { name: "units", meaning: "options or tokens; owed below 0", cell: ({ units }) => number(units, FINE) },
  { name: "expires", meaning: "when it expires, UTC", cell: ({ expiry }) => expiry },
  { name: "value_usd", meaning: "what it is worth; empty without a price", cell: ({ usd }) => number(usd, CENTS) },
  { name: "counted", meaning: "whether value and risk hold it", cell: ({ isCounted }) => (isCounted ? "yes" : "no") },
];

/** What lies in the wallets, as a CSV file. */
export function walletCsv({ options, cash, tokens, isCounted }: WalletView): string {
  const records: readonly WalletRecord[] = [
    ...options.map((row) => ({
      ...{ kind: "option" as const, units: row.size, expiry: isoTime(row.expiry), usd: row.usd },
      name: `${row.coin} ${row.strike} ${row.isPut ? "put" : "call"}`,
      isCounted: !Number.isNaN(row.usd),
    })),
    ...cash.map(({ symbol, kind, units, expiry, usd }) => ({
      ...{ kind: "money" as const, units, usd, isCounted: true },
      name: `${symbol} ${kind}`,
      expiry: expiry === null ? "" : isoTime(expiry),
    })),
    ...tokens.map(({ symbol, units, usd, part }) => ({
      ...{ kind: "token" as const, name: symbol, units, usd, expiry: "" },
      isCounted: isCounted && part !== null,
    })),
  ];
  return csvText(WALLET_COLUMNS, records);
}

/** Everything that is held, as a CSV file. */
export function positionsCsv(
  { holdings, book }: Pick<Portfolio, "holdings" | "book">,
  loss: LossSummary | null,
): string {
  const records = holdings.map((holding): PositionRecord => {
    const part = book.parts.findIndex(({ id }) => id === vaultPartId(holding.vault));
    return { holding, shortfallUsd: loss?.byPart[part]?.value ?? null };
  });
  return csvText(POSITION_COLUMNS, records);
}

/** A distribution, with what lies beyond its picture, as a CSV file. */
export function distributionCsv({
  histogram: { edges, counts, below, above },
}: Pick<LossSummary, "histogram">): string {
  const open = Number.NaN;
  return csvText(DISTRIBUTION_COLUMNS, [
    { from: open, to: edges[0] ?? open, count: below },
    ...counts.map((count, bin) => ({ from: edges[bin] ?? open, to: edges[bin + 1] ?? open, count })),
    { from: edges.at(-1) ?? open, to: open, count: above },
  ]);
}
