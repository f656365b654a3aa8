import type { Held } from "@/components/transaction/requestRow";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { type CalendarEntry, calendarText } from "@/lib/format/calendarText";
import { type CsvColumn, csvText, jsonRows } from "@/lib/format/csvText";
import { formatToken } from "@/lib/format/formatToken";
import { isoTime } from "@/lib/format/isoTime";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import { epochSchedule } from "@/lib/vault/epochSchedule";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import type { VaultBook } from "./activityBook";
import { FLOW_COLUMNS, type LifeRecord, REQUEST_COLUMNS, RESULT_COLUMNS } from "./fileColumns";
import { flowRows } from "./flowRows";

/** A file to save. */
export type ActivityFile = { readonly name: string; readonly type: string; readonly text: string };

/** What the files are made of: whose, of which block, and the books. */
export type FileInput = {
  readonly account: Address;
  readonly block: { readonly number: bigint; readonly time: UnixSeconds };
  readonly books: readonly VaultBook[];
};

const CSV = "text/csv;charset=utf-8";

/** What the amounts in the files mean, for whoever reads them elsewhere. */
const METHOD = [
  "Read from the vaults’ events, which were held against the vaults’ own state at the block.",
  "Amounts are exact decimals. A deposit counts when it is asked for, a withdrawal when it is claimed; claims count for the oldest request first.",
  "Cost is average cost. Dollars are at the price feed’s value at each flow’s time; a stablecoin counts as one dollar.",
  "Shares that moved count at the share price of that day and are no profit. Fees are in the share price.",
  "The value is at the share price of the last settlement: what open options have made since is not in it.",
];

/** All requests, the oldest first in each vault. */
export function requestsFile({ account, books }: FileInput): ActivityFile {
  return { name: named(account, "requests.csv"), type: CSV, text: csvText(REQUEST_COLUMNS, lifeRecords(books)) };
}

/** All cash flows, the newest first. */
export function flowsFile({ account, books }: FileInput): ActivityFile {
  return { name: named(account, "cash-flows.csv"), type: CSV, text: csvText(FLOW_COLUMNS, flowRows(books)) };
}

/** The result of each vault. */
export function resultsFile({ account, books }: FileInput): ActivityFile {
  return { name: named(account, "results.csv"), type: CSV, text: csvText(RESULT_COLUMNS, books) };
}

/** Everything, with what each column means. */
export function everythingFile({ account, block, books }: FileInput): ActivityFile {
  const content = {
    about: "Activity of an address in Ballast’s vaults",
    account,
    block: String(block.number),
    blockTime: isoTime(block.time),
    method: METHOD,
    columns: {
      requests: meanings(REQUEST_COLUMNS),
      cashFlows: meanings(FLOW_COLUMNS),
      results: meanings(RESULT_COLUMNS),
    },
    requests: jsonRows(REQUEST_COLUMNS, lifeRecords(books)),
    cashFlows: jsonRows(FLOW_COLUMNS, flowRows(books)),
    results: jsonRows(RESULT_COLUMNS, books),
  };
  return {
    name: named(account, "activity.json"),
    type: "application/json",
    text: `${JSON.stringify(content, null, 2)}\n`,
  };
}

/** The dates that matter: the settlement that each open request waits for, and since when what is ready can be claimed. */
export function calendarFile(
  { account, books }: Pick<FileInput, "account" | "books">,
  held: readonly Held[],
  now: UnixSeconds,
): ActivityFile {
  const waiting = held.flatMap((one) => waitingEntries(one, now));
  const claimable = books.flatMap(claimableEntries);
  const text = calendarText({ name: "Ballast", asOf: now, entries: [...waiting, ...claimable] });
  return { name: named(account, "dates.ics"), type: "text/calendar;charset=utf-8", text };
}

function waitingEntries({ vault, position: { requests } }: Held, now: UnixSeconds): readonly CalendarEntry[] {
  const { at, isFixed } = epochSchedule(vault, now).requestExecutesAt;
  const entry = (kind: "deposit" | "withdrawal", amount: string): CalendarEntry => ({
    id: entryId(vault, `${kind}-pending`),
    at,
    title: `${vaultTitle(vault)}: ${kind} of ${amount} is executed`,
    description: `${isFixed ? "When the epoch ends." : "At the latest then: this date is not fixed yet."} It can be cancelled free until it is executed, and claimed afterwards.`,
  });
  const { pendingDepositAssets, pendingRedeemShares } = requests;
  return [
    ...(pendingDepositAssets > 0n ? [entry("deposit", formatToken(pendingDepositAssets, vault.asset))] : []),
    ...(pendingRedeemShares > 0n ? [entry("withdrawal", formatToken(pendingRedeemShares, vault.share))] : []),
  ];
}

function claimableEntries({ vault, lives }: VaultBook): readonly CalendarEntry[] {
  return lives.flatMap(({ kind, claimable, execution, transaction }) => {
    if (claimable === 0n || execution === null) return [];
    const what = kind === "deposit" ? "shares of a deposit" : "assets of a withdrawal";
    const amount = formatToken(claimable, kind === "deposit" ? vault.asset : vault.share);
    return [
      {
        id: entryId(vault, `${kind}-${transaction}`),
        at: execution.at,
        title: `${vaultTitle(vault)}: ${what} can be claimed`,
        description: `For ${amount}. There is no deadline.`,
      },
    ];
  });
}

function entryId({ chainId, address }: Vault, what: string): string {
  return `${what}-${address.toLowerCase()}@${chainId}.ballast`;
}

function lifeRecords(books: readonly VaultBook[]): readonly LifeRecord[] {
  return books.flatMap(({ vault, lives }) => lives.map((life) => ({ life, vault })));
}

function meanings<Row>(columns: readonly CsvColumn<Row>[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map(({ name, meaning }) => [name, meaning]));
}

function named(account: Address, what: string): string {
  return `ballast-${account.slice(2, 10).toLowerCase()}-${what}`;
}
