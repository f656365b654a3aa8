import { formatStrike } from "@/lib/format/formatPrice";
import { fixedText, grouped, MINUS } from "@/lib/format/numberText";
import { partPositions } from "@/lib/risk/partPositions";
import { type PositionGreeks, positionGreeks } from "@/lib/risk/positionGreeks";
import type { OwnCashRow, OwnOptionRow } from "@/lib/risk/wallet/ownOptionRows";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { WalletView } from "./walletView";

/** A line of the table of what is held at the clearinghouse. */
export type OwnLine = {
  readonly key: string;
  readonly name: string;
  /** How it is held, or what has become of it. */
  readonly note: string;
  readonly size: string;
  readonly expiry: UnixSeconds | null;
  readonly usd: number;
  /** Null of money, and of options that are settled or without a price. */
  readonly greeks: PositionGreeks | null;
  readonly coin: string;
};

/** Options first, as they expire, then the money under them, then what is settled: what pays nothing has no line, what pays has one a coin and asset. */
export function ownLines({ options, cash, optionParts }: WalletView): readonly OwnLine[] {
  const spots = new Map(
    optionParts.flatMap(({ worth }) => (worth.kind === "coin" ? [[worth.symbol, worth.spot]] : [])),
  );
  const open = options.filter(({ state }) => state !== "settled");
  const byExpiry = open.toSorted((a, b) => Number(a.expiry - b.expiry) || a.strike - b.strike);
  const lines = byExpiry.map((row) => optionLine(row, spots.get(row.coin) ?? Number.NaN));
  return [...lines, ...cash.map(cashLine), ...settledLines(options)];
}

/** What the table does not show: series beyond those that are read. Null where every one was. */
export function leftOutText({ leftOut }: Pick<WalletView, "leftOut">): string | null {
  if (leftOut === 0) return null;
  const subject = leftOut === 1 ? "1 more series was" : `${grouped(`${leftOut}`)} more series were`;
  return `${subject} not read, there being too many: what they are worth is in no figure of this page.`;
}

function settledLines(options: readonly OwnOptionRow[]): readonly OwnLine[] {
  const groups = new Map<string, OwnOptionRow[]>();
  for (const row of options.filter(({ state, usd }) => state === "settled" && usd !== 0)) {
    const key = `settled ${row.coin} ${row.settlesIn} ${row.quote} ${row.on}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].flatMap(([key, rows]) => {
    const [first] = rows;
    return first === undefined ? [] : [settledLine(key, first, rows)];
  });
}

function settledLine(key: string, first: OwnOptionRow, rows: readonly OwnOptionRow[]): OwnLine {
  const { coin, settlesIn, quote, expiry } = first;
  const units = rows.reduce((sum, { settledUnits }) => sum + settledUnits, 0);
  const isCoin = settlesIn === "underlying";
  return {
    ...{ key, coin, greeks: null, usd: rows.reduce((sum, { usd }) => sum + usd, 0) },
    name: rows.length === 1 ? optionName(first) : `${rows.length} settled ${coin} options${onChain(first)}`,
    note: `ready to take in ${isCoin ? coin : quote}`,
    size: isCoin ? sizeText(units) : `${units < 0 ? MINUS : ""}${fixedText(units, 2)}`,
    expiry: rows.length === 1 ? expiry : null,
  };
}

function optionName({ coin, strike, isPut, on }: OwnOptionRow): string {
  return `${coin} ${formatStrike(strike)} ${isPut ? "put" : "call"}${onChain({ on })}`;
}

function optionLine(row: OwnOptionRow, spot: number): OwnLine {
  const { key, coin, size, expiry, usd, leg, settlesIn, quote } = row;
  return {
    ...{ key, coin, expiry, usd },
    name: optionName(row),
    note: noteOf(row, settlesIn === "underlying" ? coin : quote),
    size: sizeText(size),
    greeks: leg === null || Number.isNaN(spot) ? null : optionGreeks(row, { leg, spot }),
  };
}

function noteOf({ state, heldAs }: OwnOptionRow, settledIn: string): string {
  if (state === "expired") return "expired, its price is not final";
  return `${heldAs === "token" ? "token" : "margin account"}, pays in ${settledIn}`;
}

type Valued = { readonly leg: NonNullable<OwnOptionRow["leg"]>; readonly spot: number };

function optionGreeks({ coin, settlesIn, quote }: OwnOptionRow, { leg, spot }: Valued): PositionGreeks | null {
  const part = { id: "", name: "", coinUnits: 0, quoteUnits: 0, quote, settlesIn, legs: [leg] };
  const [position] = partPositions([{ part, worth: { kind: "coin", symbol: coin, spot } }]);
  return position === undefined ? null : positionGreeks(position);
}

function cashLine({ key, kind, symbol, units, usd, expiry, coin, on }: OwnCashRow): OwnLine {
  return {
    ...{ key, usd, expiry, greeks: null, coin: coin ?? symbol },
    name: `${symbol} ${kind === "claim" ? "to withdraw" : "as collateral"}${onChain({ on })}`,
    note: kind === "claim" ? "left by settled accounts" : "margin account",
    size: fixedText(units, coin === null ? 2 : 4),
  };
}

function onChain({ on }: { readonly on?: string | null | undefined }): string {
  return on ? ` on ${on}` : "";
}

function sizeText(size: number): string {
  return `${size < 0 ? MINUS : ""}${fixedText(size, 4)}`;
}
