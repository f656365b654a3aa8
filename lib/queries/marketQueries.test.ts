import { skipToken } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createChainSource } from "@/lib/chain/ChainSource";
import { MarketGarbledError, MarketUnreachableError } from "@/lib/errors/marketErrors";
import { readMarketAnswer } from "@/lib/market/readMarketAnswer";
import { DEPLOYMENT } from "@/lib/protocols/ballast/deploymentFixture";
import { marketQueries } from "./marketQueries";

const source = createChainSource({ ...DEPLOYMENT, hasMarket: true });

describe("marketQueries", () => {
  it("default: a coin and its wrapped token are one market", () => {
    const { queryKey, queryFn } = marketQueries.view(source, "WETH");
    expect(queryKey).toEqual(["market", { currency: "ETH" }]);
    expect(marketQueries.view(source, "ETH").queryKey).toEqual(queryKey);
    expect(queryFn).not.toBe(skipToken);
  });

  it.each(["DOGE", "toString", "", undefined])("behavior: of %s there is nothing to ask", (underlying) => {
    expect(marketQueries.view(source, underlying).queryFn).toBe(skipToken);
  });

  it("behavior: without a configured market nothing is asked", () => {
    expect(marketQueries.view(createChainSource(DEPLOYMENT), "ETH").queryFn).toBe(skipToken);
  });
});

describe("readMarketAnswer", () => {
  const asked: string[] = [];
  const answering = (respond: () => Response | Promise<Response>) =>
    vi.stubGlobal("fetch", async (input: unknown) => {
      asked.push(String(input));
      return respond();
    });
  const read = () => readMarketAnswer("ETH", new AbortController().signal);
  afterEach(() => vi.unstubAllGlobals());

  it("default: our own route alone; a market that is not there is an answer too", async () => {
    const answer = { ok: false, reason: "stale", detail: "The option market's quotes are too old." };
    answering(() => Response.json(answer, { status: 503 }));
    expect(await read()).toEqual(answer);
    expect(asked).toEqual(["/api/market/ETH"]);
  });

  it("error: no server, no JSON, no answer of ours", async () => {
    answering(() => Promise.reject(new TypeError("fetch failed")));
    await expect(read()).rejects.toBeInstanceOf(MarketUnreachableError);
    answering(() => new Response("<html>"));
    await expect(read()).rejects.toBeInstanceOf(MarketGarbledError);
    answering(() => Response.json({ ok: true, view: {} }));
    await expect(read()).rejects.toBeInstanceOf(MarketGarbledError);
  });
});
