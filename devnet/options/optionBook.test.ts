import { describe, expect, it } from "vitest";
import { batesStrip } from "@/lib/pricing/batesStrip";
import { black } from "@/lib/pricing/black";
import { COINS, type Coin, MARKET_LAW } from "../prices/MarketLaw";
import { answerMethod } from "./answerMethod";
import { tickAt } from "./bookSides";
import { optionBook } from "./optionBook";

const NOW = Date.parse("2026-11-25T12:00:00Z") / 1_000;
const STATES = { ETH: { price: 3_255, variance: 0.33 }, BTC: { price: 93_781, variance: 0.2045 } };
const books = { ETH: optionBook("ETH", STATES.ETH, NOW), BTC: optionBook("BTC", STATES.BTC, NOW) };

describe("optionBook", () => {
  it.each(COINS)("behavior: %s marks are the law's, put and call of a strike agree with the forward", (coin) => {
    const { lines } = books[coin];
    expect(lines.length).toBeGreaterThan(300);
    for (const line of lines.filter((_, index) => index % 37 === 0)) {
      const { forward, timeToExpiryYears, strike, isPut } = line;
      const law = { ...MARKET_LAW[coin].bates, initialVariance: STATES[coin].variance };
      const strip = { forward, timeToExpiryYears, strikes: [strike], isPut: [isPut] };
      expect(line.mark * forward).toBeCloseTo(batesStrip(law, strip).price[0] ?? Number.NaN, 8);
      expect(Math.abs(line.mark - black(line).price / forward)).toBeLessThan(1e-6);
      const other = lines.find(
        (one) => one.listed.at === line.listed.at && one.strike === strike && one.isPut !== isPut,
      );
      const difference = (isPut ? -1 : 1) * (line.mark - (other?.mark ?? Number.NaN));
      expect(difference).toBeCloseTo(1 - strike / forward, 10);
    }
  });

  it.each(COINS)("behavior: %s quotes stand around the mark on ticks, one-sided in the wings alone", (coin) => {
    for (const { bid, ask, mark, deviationsInTheMoney } of books[coin].lines) {
      if (bid !== null) expect(bid).toBeLessThanOrEqual(mark);
      if (ask !== null) expect(ask).toBeGreaterThanOrEqual(mark);
      for (const price of [bid, ask]) {
        if (price !== null)
          expect(Math.abs(price / tickAt(price) - Math.round(price / tickAt(price)))).toBeLessThan(1e-6);
      }
      if (Math.abs(deviationsInTheMoney) < 1.5 && mark > 0.0005) expect([bid, ask]).not.toContain(null);
    }
    const sides = books[coin].lines.flatMap(({ bid, ask }) => [bid, ask]);
    expect(sides.filter((side) => side === null).length).toBeGreaterThan(sides.length / 40);
  });

  it("behavior: the smile falls from low strikes to the money, and the surface rises with the variance", () => {
    const volatilities = (variance: number) => {
      const { lines } = optionBook("ETH", { price: 3_255, variance }, NOW);
      const week = lines.filter(({ listed, isPut }) => listed.kind === "week" && !isPut).slice(0, 27);
      const at = (moneyness: number) =>
        week.reduce((best, line) =>
          Math.abs(line.strike / line.forward - moneyness) < Math.abs(best.strike / best.forward - moneyness)
            ? line
            : best,
        ).volatility;
      return [at(0.88), at(1), at(1.1)] as const;
    };
    const [low, middle, high] = volatilities(0.3);
    expect(low - middle).toBeGreaterThan(0.02);
    expect(middle - high).toBeGreaterThan(0.005);
    expect(volatilities(0.5)[1] - middle).toBeGreaterThan(0.1);
  });

  it("behavior: the same instant has the same book, another minute other quotes around the same marks", () => {
    expect(optionBook("BTC", STATES.BTC, NOW)).toEqual(books.BTC);
    const later = optionBook("BTC", STATES.BTC, NOW + 60);
    expect(later.lines.map(({ bid }) => bid)).not.toEqual(books.BTC.lines.map(({ bid }) => bid));
  });

  it("behavior: a minute before an expiry everything still is a number", () => {
    const { lines } = optionBook("ETH", STATES.ETH, Date.parse("2026-11-27T07:59:00Z") / 1_000);
    expect(lines.length).toBeGreaterThan(300);
    expect(lines.every(({ mark, volatility }) => mark >= 0 && volatility > 0 && Number.isFinite(volatility))).toBe(
      true,
    );
  });
});

const bookOf = (coin: Coin) => books[coin];
const ask = (method: string, parameters: Record<string, string>) =>
  answerMethod({ method, parameters: new URLSearchParams(parameters), bookOf });
const resultOf = <Result>(method: string, parameters: Record<string, string>) => {
  const answer = ask(method, parameters);
  if (!answer.ok) throw new TypeError(answer.error.message);
  return answer.result as Result;
};

describe("answerMethod", () => {
  const name = "ETH-27NOV26-3300-C";

  it("default: the index", () => {
    expect(resultOf("get_index_price", { index_name: "btc_usd" })).toEqual({
      index_price: 93_781,
      estimated_delivery_price: 93_781,
    });
  });

  it("default: a summary's line has the API's fields and units, and agrees with instrument and ticker", () => {
    const options = { currency: "ETH", kind: "option" };
    type Entry = Readonly<Record<string, unknown>>;
    const find = (method: string) =>
      resultOf<Entry[]>(method, options).find((entry) => entry.instrument_name === name) ?? {};
    const summary = find("get_book_summary_by_currency");
    const line = books.ETH.lines.find(({ instrument }) => instrument === name);
    expect(Object.keys(summary).sort()).toEqual(
      [
        ...["ask_price", "base_currency", "bid_price", "creation_timestamp", "estimated_delivery_price", "high"],
        ...["instrument_name", "interest_rate", "last", "low", "mark_iv", "mark_price", "mid_price", "open_interest"],
        ...["price_change", "quote_currency", "underlying_index", "underlying_price", "volume", "volume_usd"],
      ].sort(),
    );
    expect(summary).toMatchObject({
      ...{ base_currency: "ETH", quote_currency: "ETH", interest_rate: 0, underlying_index: "ETH-27NOV26" },
      ...{ creation_timestamp: NOW * 1_000, estimated_delivery_price: 3_255 },
    });
    expect(summary.mark_iv).toBeCloseTo((line?.volatility ?? 0) * 100, 2);
    expect(find("get_instruments")).toMatchObject({
      ...{ kind: "option", option_type: "call", strike: 3_300, settlement_currency: "ETH", counter_currency: "USD" },
      ...{ expiration_timestamp: Date.parse("2026-11-27T08:00:00Z"), is_active: true, tick_size: 0.0001 },
      ...{ tick_size_steps: [{ above_price: 0.005, tick_size: 0.0005 }], price_index: "eth_usd" },
    });
    const ticker = resultOf<Entry>("ticker", { instrument_name: name });
    expect(ticker).toMatchObject({
      ...{
        state: "open",
        timestamp: NOW * 1_000,
        best_bid_price: summary.bid_price,
        best_ask_price: summary.ask_price,
      },
      ...{ mark_iv: summary.mark_iv, open_interest: summary.open_interest, index_price: 3_255 },
    });
    const { bid_iv: bidIv, mark_iv: markIv, ask_iv: askIv } = ticker as Record<string, number>;
    expect([bidIv, markIv, askIv]).toEqual([bidIv, markIv, askIv].toSorted((a = 0, b = 0) => a - b));
    expect(ticker.greeks).toMatchObject({ delta: expect.any(Number), rho: expect.any(Number) });
  });

  it("behavior: other kinds and what has expired are empty lists", () => {
    expect(resultOf("get_instruments", { currency: "BTC", kind: "future" })).toEqual([]);
    expect(resultOf("get_instruments", { currency: "BTC", kind: "option", expired: "true" })).toEqual([]);
  });

  it.each<[string, Record<string, string>, number, number]>([
    ["get_nothing", {}, 404, -32601],
    ["get_index_price", {}, 400, -32602],
    ["get_index_price", { index_name: "sol_usd" }, 400, -32602],
    ["get_book_summary_by_currency", { kind: "option" }, 400, -32602],
    ["get_book_summary_by_currency", { currency: "ETH", kind: "bond" }, 400, -32602],
    ["get_instruments", { currency: "eth" }, 400, -32602],
    ["get_instruments", { currency: "ETH", expired: "perhaps" }, 400, -32602],
    ["ticker", {}, 400, -32602],
    ["ticker", { instrument_name: "ETH-PERPETUAL" }, 400, -32602],
    ["ticker", { instrument_name: "ETH-27NOV26-3333-C" }, 400, 13_020],
  ])("error: %s %o", (method, parameters, status, code) => {
    expect(ask(method, parameters)).toMatchObject({ ok: false, status, error: { code } });
  });
});
