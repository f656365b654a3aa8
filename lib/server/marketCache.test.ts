import { describe, expect, it } from "vitest";
import { RpcUnreachableError } from "@/lib/errors/chainErrors";
import { MarketGarbledError, MarketUnreachableError, MarketUnusableError } from "@/lib/errors/marketErrors";
import type { FittedMarket } from "@/lib/market/fitMarket";
import type { MarketAnswer } from "@/lib/market/MarketView";
import { MARKET_LIFE_SECONDS } from "@/lib/vault/MarketSurface";
import { createMarketCache } from "./marketCache";

const START = 1_795_694_400;

function view(asOf: number, volatility = 0.6): FittedMarket {
  const slice = (days: number) => ({
    timeToExpiryYears: days / 365,
    forward: 3400,
    svi: { a: (volatility ** 2 * days) / 365, b: 0, rho: 0, m: 0, sigma: 0.1 },
    fit: { quotes: 9, rmsVolatility: 0.002, worstVolatility: 0.004 },
  });
  return {
    currency: "ETH",
    source: { name: "Local market", host: "127.0.0.1:1" },
    indexPrice: 3400,
    asOf,
    quotes: [],
    faults: {},
    surface: { slices: [slice(7), slice(30)] },
    rmsVolatility: 0.002,
  };
}

/** A cache in a world whose local clock and chain move by hand. */
function world(read: (now: number) => Promise<FittedMarket> = async (now) => view(now - 2)) {
  const state = { milliseconds: 0, chainSeconds: START, reads: 0, read };
  const cache = createMarketCache({
    clock: () => state.milliseconds,
    patience: () => new Promise((resolve) => setImmediate(resolve)),
    read: (now) => {
      state.reads += 1;
      return state.read(now);
    },
  });
  const pass = (seconds: number, chainSeconds = seconds) => {
    state.milliseconds += seconds * 1_000;
    state.chainSeconds += chainSeconds;
  };
  return { state, pass, answer: () => cache.answer(async () => state.chainSeconds) };
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (value: Value) => resolve(value) };
}

const never = () => new Promise<never>(() => {});
const asOfOf = (answer: MarketAnswer) => (answer.ok ? answer.view.asOf : answer.reason);

describe("the market that all requests share", () => {
  it("default: one ask every ten seconds, whoever wants it", async () => {
    const { state, pass, answer } = world();
    expect(asOfOf(await answer())).toBe(START - 2);
    pass(9);
    expect(asOfOf(await answer())).toBe(START - 2);
    expect(state.reads).toBe(1);
    pass(1);
    expect(asOfOf(await answer())).toBe(START + 8);
    expect(state.reads).toBe(2);
  });

  it("behavior: requests at the same time share one ask and one reading of the chain's time", async () => {
    const { state, answer } = world();
    const answers = await Promise.all([answer(), answer(), answer()]);
    expect(state.reads).toBe(1);
    expect(new Set(answers).size).toBe(1);
  });

  it("behavior: a chain that jumps is asked for at once, also after a failure, and only once a jump", async () => {
    const { state, pass, answer } = world();
    await answer();
    pass(1, 7 * 86_400);
    expect(asOfOf(await answer())).toBe(state.chainSeconds - 2);
    await answer();
    expect(state.reads).toBe(2);
    state.read = async () => Promise.reject(new MarketUnusableError("stale"));
    pass(1, 7 * 86_400);
    expect(asOfOf(await answer())).toBe("stale");
    state.read = async (now) => view(now);
    pass(1, 61);
    expect(asOfOf(await answer())).toBe("stale");
    pass(1, 62);
    expect(asOfOf(await answer())).toBe(state.chainSeconds);
  });

  it("behavior: the last good view outlives a source that is away, then its reason is said", async () => {
    const { state, pass, answer } = world(async (now) => view(now));
    await answer();
    state.read = async () => Promise.reject(new MarketUnreachableError("127.0.0.1:1", 5));
    pass(MARKET_LIFE_SECONDS);
    expect(asOfOf(await answer())).toBe(START);
    pass(1);
    expect(await answer()).toEqual({
      ok: false,
      reason: "unreachable",
      detail: "The option market at 127.0.0.1:1 did not answer in 5 seconds.",
    });
    state.read = async (now) => view(now);
    pass(10);
    expect(asOfOf(await answer())).toBe(state.chainSeconds);
  });

  it("behavior: a source that hangs holds nobody up while there is a view, and is asked once", async () => {
    const { state, pass, answer } = world(async (now) => view(now));
    await answer();
    state.read = never;
    pass(10);
    expect(asOfOf(await answer())).toBe(START);
    pass(20);
    expect(asOfOf(await answer())).toBe(START);
    expect(state.reads).toBe(2);
  });

  it("behavior: an answer that came after the wait is there for the next request", async () => {
    const { state, pass, answer } = world(async (now) => view(now));
    await answer();
    const late = deferred<FittedMarket>();
    state.read = () => late.promise;
    pass(10);
    expect(asOfOf(await answer())).toBe(START);
    late.resolve(view(START + 9));
    pass(1);
    expect(asOfOf(await answer())).toBe(START + 9);
    expect(state.reads).toBe(2);
  });

  it("behavior: without a view there is nothing to show, so the source is waited for", async () => {
    const late = deferred<FittedMarket>();
    const { answer } = world(() => late.promise);
    const waiting = answer();
    await new Promise((resolve) => setTimeout(resolve, 5));
    late.resolve(view(START));
    expect(asOfOf(await waiting)).toBe(START);
  });

  it("behavior: a chain that went back is ahead of nothing: the view of its future is not shown", async () => {
    const { state, pass, answer } = world(async (now) => view(now));
    await answer();
    pass(1, -3_600);
    state.read = async () => Promise.reject(new MarketUnusableError("early"));
    expect(asOfOf(await answer())).toBe("unusable");
    expect(state.reads).toBe(2);
  });

  it("behavior: a source that is away is not asked more often than one that answers", async () => {
    const { state, pass, answer } = world(async () => Promise.reject(new MarketUnreachableError("h", null)));
    for (let second = 0; second < 30; second += 1) {
      await answer();
      pass(1);
    }
    expect(state.reads).toBe(3);
  });

  it.each([
    [new MarketGarbledError("ticker", "is not JSON"), "unusable"],
    [new MarketUnusableError("noFit"), "unusable"],
    [new MarketUnusableError("stale"), "stale"],
  ])("error: %s", async (failure, reason) => {
    const { answer } = world(async () => Promise.reject(failure));
    expect(await answer()).toMatchObject({
      ok: false,
      reason,
      detail: expect.stringMatching(/^(The|No) .*option market.*\.$/),
    });
  });

  it("error: without the chain's time no age is known, and the source is not asked", async () => {
    const { state } = world();
    const cache = createMarketCache({
      clock: () => 0,
      patience: never,
      read: async () => Promise.reject(new TypeError("not asked")),
    });
    const answer = await cache.answer(async () => Promise.reject(new RpcUnreachableError(null)));
    expect(answer).toMatchObject({
      ok: false,
      reason: "unreachable",
      detail: expect.stringContaining("rpcUnreachable"),
    });
    expect(state.reads).toBe(0);
  });

  it("error: a mistake of our own is no answer, and the next request tries again", async () => {
    const { state, pass, answer } = world(async () => Promise.reject(new TypeError("ours")));
    await expect(answer()).rejects.toThrow("ours");
    state.read = async (now) => view(now);
    pass(10);
    expect(asOfOf(await answer())).toBe(state.chainSeconds);
  });
});

describe("the hours that it remembers", () => {
  it("default: the last view of each hour, oldest first", async () => {
    const { state, pass, answer } = world(async (now) => view(now, 0.5 + (now - START) / 1e5));
    await answer();
    pass(1_800);
    await answer();
    pass(1_900);
    const last = await answer();
    if (!last.ok) throw new TypeError("there is a view");
    const [first, second] = last.view.history;
    expect(last.view.history.map(({ asOf }) => asOf)).toEqual([START + 1_800, START + 3_700]);
    expect(first?.volatility7Days).toBeCloseTo(0.518, 9);
    expect(second).toMatchObject({ volatility30Days: expect.closeTo(0.537, 9), skew7Days: expect.closeTo(0, 9) });
    expect(state.reads).toBe(3);
  });

  it("behavior: two weeks at most", async () => {
    const { pass, answer } = world(async (now) => view(now));
    for (let hour = 0; hour < 350; hour += 1) {
      await answer();
      pass(3_600);
    }
    const last = await answer();
    expect(last.ok && last.view.history.length).toBe(336);
    expect(last.ok && last.view.history.at(-1)?.asOf).toBe(START + 350 * 3_600);
  });
});
