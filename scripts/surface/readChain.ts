import { readFileSync } from "node:fs";

/** One line of a recorded chain: an option with the source's own volatility. */
export type ChainLine = {
  readonly strike: number;
  /** Forward at the moment of this line: lines of one expiry are recorded seconds apart. */
  readonly forward: number;
  readonly isPut: boolean;
  readonly markVolatility: number;
  readonly isTwoSided: boolean;
};

export type ChainExpiry = {
  readonly currency: string;
  readonly expiry: string;
  readonly timeToExpiryYears: number;
  readonly lines: readonly ChainLine[];
};

const COLUMNS = {
  instrument: "instrument_name",
  side: "option_type",
  strike: "strike",
  expiry: "expiry_datetime",
  years: "time_to_maturity",
  forward: "futures_price",
  volatility: "implied_volatility",
  bid: "bid_price",
  ask: "ask_price",
} as const;

type Row = Readonly<Record<keyof typeof COLUMNS, string>>;

/** The expiries of a recorded Deribit chain, by currency, then ascending in time. Lines without a volatility are left out. */
export function readChain(path: string): readonly ChainExpiry[] {
  const byExpiry = new Map<string, Row[]>();
  for (const row of rowsOf(path)) {
    const key = `${currencyOf(row.instrument)} ${row.expiry}`;
    byExpiry.set(key, [...(byExpiry.get(key) ?? []), row]);
  }
  return [...byExpiry.values()].map(expiryOf).toSorted(inOrder);
}

function rowsOf(path: string): readonly Row[] {
  const [head = "", ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  const places = Object.entries(COLUMNS).map(([key, name]) => [key, names.indexOf(name)] as const);
  const missing = places.filter(([, place]) => place === -1).map(([key]) => COLUMNS[key as keyof Row]);
  if (missing.length > 0) throw new Error(`${path}: no column ${missing.join(", ")}`);
  return lines.map((line) => {
    const fields = line.split(",");
    return Object.fromEntries(places.map(([key, place]) => [key, fields[place] ?? ""])) as Row;
  });
}

function expiryOf(rows: readonly Row[]): ChainExpiry {
  const [first] = rows;
  return {
    currency: currencyOf(first?.instrument ?? ""),
    expiry: (first?.expiry ?? "").slice(0, 10),
    timeToExpiryYears: Number(first?.years),
    lines: rows.map(lineOf).filter(({ markVolatility }) => markVolatility > 0),
  };
}

function lineOf({ strike, forward, side, volatility, bid, ask }: Row): ChainLine {
  return {
    strike: Number(strike),
    forward: Number(forward),
    isPut: side === "put",
    markVolatility: Number(volatility),
    isTwoSided: Number(bid) > 0 && Number(ask) > 0,
  };
}

function currencyOf(instrument: string): string {
  return instrument.split("-")[0] ?? "";
}

function inOrder(x: ChainExpiry, y: ChainExpiry): number {
  return x.currency.localeCompare(y.currency) || x.timeToExpiryYears - y.timeToExpiryYears;
}
