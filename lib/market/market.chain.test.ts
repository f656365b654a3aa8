import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import type { RunningDevnet } from "@/devnet/startDevnet";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { surfaceArbitrage } from "@/lib/pricing/surfaceArbitrage";
import { surfaceVolatility } from "@/lib/pricing/surfaceVolatility";
import { readVaultHistories } from "@/lib/protocols/ballast/read/readVaultHistories";
import { readVaults } from "@/lib/protocols/ballast/read/readVaults";
import { createMarketCache, type MarketCache } from "@/lib/server/marketCache";
import { marketResponse } from "@/lib/server/marketResponse";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import { legVolatilities } from "@/lib/vault/legVolatilities";
import type { MarketAnswer } from "./MarketView";
import { marketCurrencies } from "./marketCurrencies";
import { marketCurrency } from "./marketCurrency";
import { parseMarketAnswer } from "./parseMarketAnswer";
import { readMarket } from "./readMarket";

// The marker package refuses every bundle but the server's; here is none.
vi.mock("server-only", () => ({}));

let test: TestDevnet;
let devnet: RunningDevnet;
let source: ChainSource;
let marketUrl: string;

beforeAll(async () => {
  test = await startTestDevnet();
  if (test.marketUrl === null) throw new TypeError("the deployment names a market");
  ({ source, devnet, marketUrl } = { ...test, marketUrl: test.marketUrl });
});

afterAll(async () => {
  await test?.stop();
});

beforeEach(() => order("market", { fault: "none" }));

const chainTime = async () => Number((await source.reader.read({})).block.timestamp);
const read = async (currency: string) =>
  readMarket({ baseUrl: marketUrl, fetch }, { currency, now: await chainTime() });

async function order(route: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${devnet.controlUrl}/${route}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new TypeError(`${route}: ${response.status}`);
}

/** The server's cache with a local clock that the test moves. */
function cacheOf(currency: string): { readonly cache: MarketCache; readonly later: () => void } {
  let milliseconds = 0;
  const cache = createMarketCache({
    clock: () => milliseconds,
    read: (now) => readMarket({ baseUrl: marketUrl, fetch }, { currency, now }),
    patience: () => new Promise(() => {}),
  });
  const later = () => {
    milliseconds += 10_000;
  };
  return { cache, later };
}

async function chosen(market: MarketAnswer) {
  const vaults = await readVaults(source);
  const histories = await readVaultHistories(source, {
    vaults: vaults.map(({ address }) => address),
    toBlock: vaults[0]?.blockNumber ?? 0n,
  });
  return vaults
    .filter(({ underlying }) => marketCurrency(underlying.symbol) === "ETH")
    .map((vault) => {
      const fills = histories.find((one) => one.vault === vault.address)?.fills ?? [];
      return { vault, volatility: legVolatilities({ vault, fills, market, now: vault.blockTimestamp }) };
    });
}

describe("the local option market", () => {
  it("default: the deployment's coins are ether and bitcoin", () => {
    expect(marketCurrencies(source.deployment).toSorted()).toEqual(["BTC", "ETH"]);
  });

  it.each(["ETH", "BTC"])(
    "default: %s: every expiry is fitted, without arbitrage, within a point of the marks",
    async (currency) => {
      const view = await read(currency);
      const expiries = [...new Set(view.quotes.map(({ expiry }) => expiry))];
      expect(expiries.length).toBeGreaterThan(6);
      expect(view.surface.slices.map((slice) => slice.timeToExpiryYears)).toEqual(
        expiries.map((expiry) => (expiry - view.asOf) / SECONDS_PER_YEAR),
      );
      expect(surfaceArbitrage(view.surface)).toEqual([]);
      // Far out of the money a mark of less than 10⁻⁸ coins is written as none; hours before an expiry that is all of its options but a few.
      const { noPrice = 0, outlier = 0, thin = 0, ...others } = view.faults;
      expect(others).toEqual({});
      // So only the expiry of this very day may be left out as too thin.
      if (thin > 0) expect(Math.min(...expiries) - view.asOf).toBeGreaterThan(86_400);
      expect(noPrice + outlier).toBeLessThan(0.1 * view.quotes.length);
      expect(view.asOf).toBe(await chainTime());
      // In the last hours a volatility hardly moves a price, and a mark's last digit moves the volatility: that expiry counts apart.
      const ahead = view.surface.slices.filter(({ timeToExpiryYears }) => timeToExpiryYears >= 1 / 365);
      const quotes = ahead.reduce((sum, { fit }) => sum + fit.quotes, 0);
      const squares = ahead.reduce((sum, { fit }) => sum + fit.quotes * fit.rmsVolatility ** 2, 0);
      expect(Math.sqrt(squares / quotes)).toBeLessThan(0.01);
      expect(view.surface.slices.length - ahead.length).toBeLessThanOrEqual(1);
      expect(view.rmsVolatility).toBeLessThan(0.02);
      const near = view.quotes.flatMap(({ strike, forward, expiry, markVolatility }) => {
        const years = (expiry - view.asOf) / SECONDS_PER_YEAR;
        const k = Math.log(strike / forward);
        const isNear = markVolatility !== null && Math.abs(k) < 2 * markVolatility * Math.sqrt(years);
        return isNear ? [{ k, years, markVolatility }] : [];
      });
      const errors = near.map(({ k, years, markVolatility }) =>
        Math.abs(surfaceVolatility(view.surface, k, years) - markVolatility),
      );
      expect(near.length).toBeGreaterThan(50);
      expect(errors.toSorted((a, b) => a - b)[Math.floor(0.95 * errors.length)]).toBeLessThan(0.01);
      const answer = { ok: true, view: { ...view, history: [] } };
      expect(parseMarketAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
    },
  );

  it("default: the open vaults are valued by the market, each leg at its strike", async () => {
    const { cache } = cacheOf("ETH");
    for (const { vault, volatility } of await chosen(await cache.answer(chainTime))) {
      if (vault.epoch.phase === "idle") continue;
      expect(volatility).toMatchObject({ ok: true, source: "market", name: "Local market", ageSeconds: 0n });
      if (!volatility.ok || volatility.source !== "market") continue;
      expect(volatility.volatilities).toHaveLength(vault.epoch.legs.length);
      expect(Math.abs(volatility.basis)).toBeLessThan(0.02);
      expect(volatility.error).toBeLessThan(0.02);
    }
  });
});

describe("a market that is not well", () => {
  it.each([
    ["down", "unreachable", "did not answer"],
    ["garbage", "unusable", "is not a JSON object"],
    ["stale", "stale", "too old"],
    ["crossed", "unusable", "too few usable quotes"],
  ])("error: %s: the fills are used, and why is said", async (fault, reason, words) => {
    await order("market", { fault });
    const answer = await cacheOf("ETH").cache.answer(chainTime);
    expect(answer).toMatchObject({ ok: false, reason, detail: expect.stringContaining(words) });
    const volatilities = (await chosen(answer)).map(({ volatility }) => volatility);
    expect(volatilities.length).toBeGreaterThan(0);
    for (const volatility of volatilities) {
      expect(volatility).toMatchObject({ ok: true, source: "fills", absence: { reason } });
    }
  });

  it("error: a source that is slow is given up after five seconds", async () => {
    await order("market", { fault: "slow" });
    const answer = await cacheOf("ETH").cache.answer(chainTime);
    expect(answer).toMatchObject({ ok: false, reason: "unreachable", detail: expect.stringContaining("in 5 seconds") });
  });

  it("behavior: what was read before is kept while the source is down, and read again when it is back", async () => {
    const { cache, later } = cacheOf("ETH");
    const first = await cache.answer(chainTime);
    await order("market", { fault: "down" });
    later();
    expect(await cache.answer(chainTime)).toEqual(first);
    await order("market", { fault: "none" });
    later();
    expect(await cache.answer(chainTime)).toMatchObject({ ok: true });
  });
});

describe("the route", () => {
  const get = (currency: string, headers = {}) =>
    marketResponse(new Request(`http://app.example/api/market/${currency}`, { headers }), currency);
  beforeAll(() => vi.stubEnv("BALLAST_DEPLOYMENT", devnet.deploymentPath));
  afterAll(() => vi.unstubAllEnvs());

  it("default: 200 with a view that may be kept for two seconds, 304 while it stands", async () => {
    const response = await get("ETH");
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("public, max-age=2, must-revalidate");
    const answer = parseMarketAnswer(await response.json());
    expect(answer).toMatchObject({ ok: true, view: { currency: "ETH", history: [{}] } });
    const again = await get("ETH", { "if-none-match": response.headers.get("etag") });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it.each(["DOGE", "eth", "../BTC", "ETH?x", ""])("error: 404 for %j, and nothing is asked", async (currency) => {
    const response = await get(currency);
    expect(response.status).toBe(404);
    expect(parseMarketAnswer(await response.json())).toMatchObject({ ok: false, reason: "notConfigured" });
  });

  it("error: the reason while there is a market and nothing usable of it, never kept", async () => {
    vi.stubEnv("BALLAST_MARKET_URL", "http://127.0.0.1:1/nobody");
    const response = await get("ETH");
    vi.stubEnv("BALLAST_MARKET_URL", "");
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      ok: false,
      reason: "unreachable",
      detail: "The option market at 127.0.0.1:1 did not answer.",
    });
  });
});

describe("a jump of time", () => {
  it("behavior: the next request has the market of the new time, and the hours on either side are remembered", async () => {
    const { cache } = cacheOf("ETH");
    const before = await cache.answer(chainTime);
    await order("time-machine", {});
    const now = await chainTime();
    const after = await cache.answer(chainTime);
    if (!before.ok || !after.ok) throw new TypeError("there is a market before and after");
    expect(now - before.view.asOf).toBeGreaterThan(3_600);
    expect(after.view.asOf).toBe(now);
    expect(after.view.quotes.every(({ expiry }) => expiry > now)).toBe(true);
    expect(after.view.history.map(({ asOf }) => asOf)).toEqual([before.view.asOf, now]);
    for (const { vault, volatility } of await chosen(after)) {
      if (vault.epoch.phase !== "idle") expect(volatility).toMatchObject({ source: "market", ageSeconds: 0n });
    }
    // A view of before the jump values nothing after it.
    for (const { vault, volatility } of await chosen(before)) {
      if (vault.epoch.phase !== "idle" && volatility.ok) expect(volatility.source).toBe("fills");
    }
  });
});
