import type { Coin } from "../prices/MarketLaw";
import { indexPriceResult, instrumentEntry, summaryEntry, tickerResult } from "./deribitShapes";
import { parseInstrumentName } from "./instrumentName";
import type { OptionBook } from "./optionBook";

/** What a method answers: a result, or an error with its HTTP status. Codes are JSON-RPC's and Deribit's. */
export type MethodAnswer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly status: number; readonly error: MethodError };

/** An error as the envelope carries it. */
export type MethodError = {
  readonly code: number;
  readonly message: string;
  readonly data?: { readonly param: string; readonly reason: string };
};

/** A method with its parameters, and where a coin's options are found. */
export type MethodCall = {
  readonly method: string;
  readonly parameters: URLSearchParams;
  readonly bookOf: (coin: Coin) => OptionBook;
};

const KINDS = ["option", "future", "spot", "future_combo", "option_combo"];

/** Answers one of the four public methods. Pure but for `bookOf`. */
export function answerMethod({ method, parameters, bookOf }: MethodCall): MethodAnswer {
  switch (method) {
    case "get_index_price":
      return withCoin(parameters, "index_name", (coin) => indexPriceResult(bookOf(coin)));
    case "get_book_summary_by_currency":
      return optionsOf(parameters, (coin) => {
        const book = bookOf(coin);
        return book.lines.map((line) => summaryEntry(line, book));
      });
    case "get_instruments":
      return optionsOf(parameters, (coin) =>
        parameters.get("expired") === "true" ? [] : bookOf(coin).lines.map(instrumentEntry),
      );
    case "ticker":
      return ticker(parameters, bookOf);
    default:
      return { ok: false, status: 404, error: { code: -32601, message: "Method not found" } };
  }
}

/** Lists of options; other kinds of instruments do not trade here. */
function optionsOf(parameters: URLSearchParams, list: (coin: Coin) => readonly unknown[]): MethodAnswer {
  const kind = parameters.get("kind") ?? "option";
  if (!KINDS.includes(kind)) return invalid("kind", "unknown kind of instrument");
  const expired = parameters.get("expired") ?? "false";
  if (expired !== "true" && expired !== "false") return invalid("expired", "must be a boolean");
  return withCoin(parameters, "currency", (coin) => (kind === "option" ? list(coin) : []));
}

const COIN_NAMES: Readonly<Record<"index_name" | "currency", ReadonlyMap<string, Coin>>> = {
  index_name: new Map([
    ["eth_usd", "ETH"],
    ["btc_usd", "BTC"],
  ]),
  currency: new Map([
    ["ETH", "ETH"],
    ["BTC", "BTC"],
  ]),
};

function withCoin(
  parameters: URLSearchParams,
  param: keyof typeof COIN_NAMES,
  result: (coin: Coin) => unknown,
): MethodAnswer {
  const text = parameters.get(param);
  if (text === null) return invalid(param, "is missing");
  const coin = COIN_NAMES[param].get(text);
  return coin === undefined ? invalid(param, "unknown name") : { ok: true, result: result(coin) };
}

function ticker(parameters: URLSearchParams, bookOf: MethodCall["bookOf"]): MethodAnswer {
  const name = parameters.get("instrument_name");
  if (name === null) return invalid("instrument_name", "is missing");
  const instrument = parseInstrumentName(name);
  if (instrument === null) return invalid("instrument_name", "wrong format");
  const book = bookOf(instrument.coin);
  const line = book.lines.find((one) => one.instrument === name);
  if (line === undefined) return { ok: false, status: 400, error: { code: 13020, message: "not_found" } };
  return { ok: true, result: tickerResult(line, book) };
}

function invalid(param: string, reason: string): MethodAnswer {
  return { ok: false, status: 400, error: { code: -32602, message: "Invalid params", data: { param, reason } } };
}
