import { black } from "@/lib/pricing/black";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";

/** A small market in the shape of Deribit's public API, made by hand. Chain and source agree on the time: Thu 26 Nov 2026, 12:00 UTC. */
export const NOW = 1_795_694_400;
export const INDEX = 3_412.57;

/** An option of the fixture: Fridays at 08:00 UTC. */
export type FixtureExpiry = { readonly name: string; readonly expiry: number; readonly forward: number };
export const EXPIRIES: readonly FixtureExpiry[] = [
  { name: "27NOV26", expiry: 1_795_766_400, forward: 3_413.1 },
  { name: "4DEC26", expiry: 1_796_371_200, forward: 3_418.4 },
  { name: "25DEC26", expiry: 1_798_185_600, forward: 3_436.2 },
];
export const STRIKES: readonly number[] = [2600, 2800, 3000, 3100, 3200, 3300, 3400, 3500, 3600, 3800, 4000, 4400];

/** What the fixture's options are priced at: a smile around the forward that flattens with time. */
export function fixtureVolatility({ expiry, forward }: FixtureExpiry, strike: number): number {
  const years = (expiry - NOW) / SECONDS_PER_YEAR;
  const k = Math.log(strike / forward);
  const width = 0.1 + Math.sqrt(years);
  return 0.58 + 0.12 * (Math.sqrt(1 + (k / width) ** 2) - 1) - (0.08 * k) / width;
}

export type FixtureRecord = Record<string, unknown>;

/** The answer to get_instruments?currency=ETH&kind=option. */
export function instrumentsResult(): FixtureRecord[] {
  return options().map(({ at, strike, isPut, name }) => ({
    instrument_name: name,
    kind: "option",
    base_currency: "ETH",
    quote_currency: "ETH",
    counter_currency: "USD",
    settlement_currency: "ETH",
    instrument_type: "reversed",
    option_type: isPut ? "put" : "call",
    strike,
    expiration_timestamp: at.expiry * 1000,
    creation_timestamp: (at.expiry - 1_209_600) * 1000,
    contract_size: 1,
    tick_size: 0.0001,
    min_trade_amount: 1,
    is_active: true,
  }));
}

/** The answer to get_book_summary_by_currency?currency=ETH&kind=option: prices in ETH, a spread of half a point either side. */
export function summariesResult(): FixtureRecord[] {
  return options().map(({ at, strike, isPut, name }) => {
    const volatility = fixtureVolatility(at, strike);
    const priceAt = (shift: number) => coinPrice(at, { strike, isPut, volatility: volatility + shift });
    return {
      instrument_name: name,
      base_currency: "ETH",
      quote_currency: "ETH",
      bid_price: priceAt(-0.005),
      ask_price: priceAt(0.005),
      mid_price: (priceAt(-0.005) + priceAt(0.005)) / 2,
      mark_price: priceAt(0),
      mark_iv: volatility * 100,
      underlying_price: at.forward,
      underlying_index: `ETH-${at.name}`,
      interest_rate: 0,
      open_interest: 120.5,
      volume: 3,
      creation_timestamp: (NOW - 2) * 1000,
    };
  });
}

/** The answer to ticker?instrument_name=… for an option of the fixture. */
export function tickerResult(name: string): FixtureRecord {
  const summary = summariesResult().find((one) => one.instrument_name === name);
  return {
    instrument_name: name,
    state: "open",
    timestamp: (NOW - 1) * 1000,
    index_price: INDEX,
    underlying_price: summary?.underlying_price,
    mark_price: summary?.mark_price,
    mark_iv: summary?.mark_iv,
    best_bid_price: summary?.bid_price,
    best_ask_price: summary?.ask_price,
  };
}

/** The four answers of a market; each may be replaced by a test. */
export type FixtureMarket = {
  readonly index?: unknown;
  readonly instruments?: unknown;
  readonly summaries?: unknown;
  readonly ticker?: (name: string) => unknown;
};

/** A `fetch` of that market, and the addresses that were asked. */
export function fixtureFetch(market: FixtureMarket = {}): {
  readonly fetch: typeof globalThis.fetch;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    const url = new URL(String(input));
    asked.push(url.href);
    return Response.json({
      jsonrpc: "2.0",
      result: resultOf(url, market),
      testnet: false,
      usIn: 1,
      usOut: 2,
      usDiff: 1,
    });
  };
  return { fetch, asked };
}

function resultOf({ pathname, searchParams }: URL, market: FixtureMarket): unknown {
  const name = searchParams.get("instrument_name") ?? "";
  switch (pathname) {
    case "/api/v2/public/get_index_price":
      return market.index ?? { index_price: INDEX, estimated_delivery_price: INDEX };
    case "/api/v2/public/get_instruments":
      return market.instruments ?? instrumentsResult();
    case "/api/v2/public/get_book_summary_by_currency":
      return market.summaries ?? summariesResult();
    default:
      return (market.ticker ?? tickerResult)(name);
  }
}

type FixtureOption = {
  readonly at: FixtureExpiry;
  readonly strike: number;
  readonly isPut: boolean;
  readonly name: string;
};

function options(): readonly FixtureOption[] {
  return EXPIRIES.flatMap((at) =>
    STRIKES.flatMap((strike) =>
      [true, false].map((isPut) => ({ at, strike, isPut, name: `ETH-${at.name}-${strike}-${isPut ? "P" : "C"}` })),
    ),
  );
}

function coinPrice(
  { expiry, forward }: FixtureExpiry,
  { strike, isPut, volatility }: { readonly strike: number; readonly isPut: boolean; readonly volatility: number },
): number {
  const timeToExpiryYears = (expiry - (NOW - 2)) / SECONDS_PER_YEAR;
  return black({ forward, strike, timeToExpiryYears, volatility, isPut }).price / forward;
}
