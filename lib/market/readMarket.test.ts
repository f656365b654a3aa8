import { describe, expect, it } from "vitest";
import { MarketGarbledError, MarketRefusedError, MarketUnusableError } from "@/lib/errors/marketErrors";
import { surfaceArbitrage } from "@/lib/pricing/surfaceArbitrage";
import { sviTotalVariance } from "@/lib/pricing/svi";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import {
  EXPIRIES,
  type FixtureMarket,
  type FixtureRecord,
  fixtureFetch,
  fixtureVolatility,
  INDEX,
  instrumentsResult,
  NOW,
  STRIKES,
  summariesResult,
  tickerResult,
} from "./marketFixture";
import { parseMarketAnswer } from "./parseMarketAnswer";
import { readMarket } from "./readMarket";

/** Strikes of each expiry that lie within 2.5 deviations of the forward, or are the nearest seven. */
const COUNTED = [7, 10, 12];
const BASE = "http://127.0.0.1:8600";
const SUMMARIES = summariesResult();

function read(market: FixtureMarket = {}, now = NOW) {
  const { fetch, asked } = fixtureFetch({ summaries: SUMMARIES, ...market });
  return { market: readMarket({ baseUrl: BASE, fetch }, { currency: "ETH", now }), asked };
}

/** The fixture's lines with those of some options changed. */
function withLines(changes: Readonly<Record<string, FixtureRecord>>): FixtureRecord[] {
  return SUMMARIES.map((line) => ({ ...line, ...changes[String(line.instrument_name)] }));
}

/** A line that quotes an option at another volatility, in prices and mark alike. */
function shifted(name: string, factor: number): FixtureRecord {
  const line = SUMMARIES.find((one) => one.instrument_name === name) ?? {};
  const times = (value: unknown) => Number(value) * factor;
  return {
    bid_price: times(line.bid_price),
    ask_price: times(line.ask_price),
    mark_price: times(line.mark_price),
    mark_iv: times(line.mark_iv),
  };
}

describe("readMarket", () => {
  it("default: four requests of one origin become a surface with its source, time and error", async () => {
    const { market, asked } = read();
    const view = await market;
    expect(asked.toSorted()).toEqual([
      `${BASE}/api/v2/public/get_book_summary_by_currency?currency=ETH&kind=option`,
      `${BASE}/api/v2/public/get_index_price?index_name=eth_usd`,
      `${BASE}/api/v2/public/get_instruments?currency=ETH&kind=option&expired=false`,
      `${BASE}/api/v2/public/ticker?instrument_name=ETH-4DEC26-3400-P`,
    ]);
    expect(view).toMatchObject({
      currency: "ETH",
      source: { name: "Local market", host: "127.0.0.1:8600" },
      indexPrice: INDEX,
      asOf: NOW - 2,
      faults: {},
    });
    expect(view.quotes).toHaveLength(EXPIRIES.length * STRIKES.length * 2);
    expect(view.surface.slices.map(({ forward, fit }) => [forward, fit.quotes])).toEqual(
      EXPIRIES.map(({ forward }, index) => [forward, COUNTED[index]]),
    );
    expect(view.rmsVolatility).toBeLessThan(0.001);
    expect(surfaceArbitrage(view.surface)).toEqual([]);
  });

  it("default: the surface meets the smile that the quotes were made from", async () => {
    const { surface } = await read().market;
    for (const [index, at] of EXPIRIES.entries()) {
      const slice = surface.slices[index];
      if (slice === undefined) throw new TypeError("a slice an expiry");
      expect(slice.timeToExpiryYears).toBeCloseTo((at.expiry - NOW + 2) / SECONDS_PER_YEAR, 12);
      for (const strike of STRIKES) {
        const k = Math.log(strike / at.forward);
        const quoted = fixtureVolatility(at, strike);
        const isFar = Math.abs(k) > 2.5 * quoted * Math.sqrt(slice.timeToExpiryYears);
        const fitted = Math.sqrt(sviTotalVariance(slice.svi, k) / slice.timeToExpiryYears);
        expect(Math.abs(fitted - quoted)).toBeLessThan(isFar ? 0.03 : 0.002);
      }
    }
  });

  it("default: as the browser gets it, it is the same", async () => {
    const answer = { ok: true, view: { ...(await read().market), history: [] } };
    expect(parseMarketAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
  });

  it.each([
    ["a wild one", "ETH-4DEC26-3100-P", 6],
    ["one some points off", "ETH-4DEC26-3600-C", 1.15],
  ])("behavior: %s is taken out and the surface is fitted again", async (_, name, factor) => {
    const clean = await read().market;
    const view = await read({ summaries: withLines({ [name]: shifted(name, factor) }) }).market;
    expect(view.faults).toEqual({ outlier: 1 });
    expect(view.quotes.some(({ instrument }) => instrument === name)).toBe(false);
    expect(view.rmsVolatility).toBeLessThan(0.001);
    // The in-the-money option of the strike stands for it.
    expect(view.surface.slices[1]?.fit.quotes).toBe(10);
    const at = (market: typeof clean) => sviTotalVariance(market.surface.slices[1]?.svi ?? ({} as never), 0);
    expect(Math.sqrt(at(view) / at(clean))).toBeCloseTo(1, 3);
  });

  it("behavior: two of one expiry that pull together are both taken out", async () => {
    const names = ["ETH-4DEC26-3000-P", "ETH-4DEC26-3100-P"];
    const changes = Object.fromEntries(names.map((name) => [name, shifted(name, 1.5)]));
    const view = await read({ summaries: withLines(changes) }).market;
    expect(view.faults).toEqual({ outlier: 2 });
    expect(view.rmsVolatility).toBeLessThan(0.001);
  });

  it("behavior: an expiry of too few strikes is left out whole, the others stand", async () => {
    const summaries = SUMMARIES.filter((line) => !/27NOV26-(?!3[34]00|3500|3600)/.test(String(line.instrument_name)));
    const view = await read({ summaries }).market;
    expect(view.faults).toEqual({ missing: 16, thin: 8 });
    expect(view.surface.slices).toHaveLength(2);
    expect(view.quotes.every(({ expiry }) => expiry !== EXPIRIES[0]?.expiry)).toBe(true);
  });

  it("behavior: an expiry with strikes on one side of its money alone is left out too", async () => {
    const summaries = SUMMARIES.filter((line) => !/4DEC26-(2|3[0-4])/.test(String(line.instrument_name)));
    const view = await read({ summaries }).market;
    expect(view.faults).toEqual({ missing: 14, thin: 10 });
    expect(view.surface.slices.map(({ forward }) => forward)).toEqual([EXPIRIES[0]?.forward, EXPIRIES[2]?.forward]);
  });

  it("behavior: strikes without a bid are fitted by their marks", async () => {
    const noBids = SUMMARIES.map((line) =>
      /-(2800|3000|3200)-/.test(String(line.instrument_name)) ? { ...line, bid_price: null } : line,
    );
    const view = await read({ summaries: noBids }).market;
    expect(view.faults).toEqual({});
    expect(view.surface.slices.map(({ fit }) => fit.quotes)).toEqual(COUNTED);
    expect(view.rmsVolatility).toBeLessThan(0.001);
  });

  it("behavior: the oldest part says how old it is", async () => {
    const ticker = (name: string) => ({ ...tickerResult(name), timestamp: (NOW - 60) * 1000 });
    expect((await read({ ticker }).market).asOf).toBe(NOW - 60);
    const line = { creation_timestamp: (NOW - 90) * 1000 };
    expect((await read({ summaries: withLines({ "ETH-25DEC26-3400-C": line }) }).market).asOf).toBe(NOW - 90);
  });

  it.each([
    ["closed", { state: "halted" }],
    ["stale", { timestamp: (NOW - 121) * 1000 }],
    ["early", { timestamp: (NOW + 61) * 1000 }],
    ["convention", { mark_iv: 0.58 }],
    ["convention", { mark_price: 101.7 }],
    ["convention", { mark_price: 0.05, underlying_price: 1 }],
  ] as const)("error: %s, by the option nearest the money: %j", async (reason, changes) => {
    const ticker = (name: string) => ({ ...tickerResult(name), ...changes });
    await expect(read({ ticker }).market).rejects.toMatchObject({ code: "marketUnusable", reason });
  });

  it.each([
    ["no index", { index: { index_price: null } }],
    ["no list of instruments", { instruments: {} }],
    ["no list of lines", { summaries: "none" }],
    ["no ticker", { ticker: () => null }],
  ])("error: %s", async (_, market) => {
    await expect(read(market).market).rejects.toBeInstanceOf(MarketGarbledError);
  });

  it("error: nothing listed, all old, too few of every expiry", async () => {
    await expect(read({ instruments: [] }).market).rejects.toEqual(new MarketUnusableError("thin"));
    await expect(read({}, NOW + 600).market).rejects.toEqual(new MarketUnusableError("stale"));
    const few = instrumentsResult().filter(({ strike }) => Number(strike) > 3300 && Number(strike) < 3600);
    await expect(read({ instruments: few }).market).rejects.toEqual(new MarketUnusableError("thin"));
  });

  it("error: one refused request is a refused market", async () => {
    const { fetch } = fixtureFetch();
    const refusing: typeof fetch = async (input) =>
      String(input).includes("get_instruments") ? new Response("busy", { status: 429 }) : fetch(input);
    const market = readMarket({ baseUrl: BASE, fetch: refusing }, { currency: "ETH", now: NOW });
    await expect(market).rejects.toBeInstanceOf(MarketRefusedError);
  });
});
