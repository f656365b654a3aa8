import { describe, expect, it } from "vitest";
import { MarketGarbledError, MarketRefusedError, MarketUnreachableError } from "@/lib/errors/marketErrors";
import { askMarket } from "./askMarket";
import { sourceIdentity } from "./MarketSource";

const BASE = "https://market.example/base";

function ask(respond: (url: string, init: RequestInit | undefined) => Response | Promise<Response>) {
  const fetch: typeof globalThis.fetch = async (input, init) => respond(String(input), init);
  return askMarket({ baseUrl: BASE, fetch }, "get_index_price", { index_name: "eth_usd" });
}

/** A body that comes in pieces and never ends by itself. */
function endless(piece: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(piece) });
}

describe("askMarket", () => {
  it("default: one GET below the configured address, the result unlooked at", async () => {
    let seen: { readonly url: string; readonly init: RequestInit | undefined } | undefined;
    const result = await ask((url, init) => {
      seen = { url, init };
      return Response.json({ jsonrpc: "2.0", result: { index_price: 1 } });
    });
    expect(result).toEqual({ index_price: 1 });
    expect(seen?.url).toBe(`${BASE}/api/v2/public/get_index_price?index_name=eth_usd`);
    expect(seen?.init).toMatchObject({ redirect: "error", cache: "no-store" });
    expect(seen?.init?.signal).toBeInstanceOf(AbortSignal);
  });

  it("error: nobody there", async () => {
    const failure = ask(() => Promise.reject(new TypeError("fetch failed")));
    await expect(failure).rejects.toMatchObject({
      code: "marketUnreachable",
      host: "market.example",
      waitedSeconds: null,
    });
    await expect(failure).rejects.toBeInstanceOf(MarketUnreachableError);
  });

  it("error: an answer that breaks off", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new TypeError("reset")) });
    await expect(ask(() => new Response(body))).rejects.toBeInstanceOf(MarketUnreachableError);
  });

  it.each([
    [400, { error: { code: 13_009, message: "no" } }, 13_009],
    [429, { error: { code: 10_028 } }, 10_028],
    [200, { error: { code: "x" } }, null],
    [502, "<html>", null],
    [503, {}, null],
  ])("error: %s %j is a refusal", async (status, body, rpcCode) => {
    const failure = ask(() => new Response(typeof body === "string" ? body : JSON.stringify(body), { status }));
    await expect(failure).rejects.toMatchObject({ code: "marketRefused", status, rpcCode });
    await expect(failure).rejects.toBeInstanceOf(MarketRefusedError);
  });

  it.each(["", "{", "[]", "7", "null", '{"jsonrpc":"2.0"}'])("error: %j makes no sense", async (body) => {
    await expect(ask(() => new Response(body))).rejects.toBeInstanceOf(MarketGarbledError);
  });

  it("error: a body without an end is read no further than the bound", async () => {
    const failure = ask(() => new Response(endless(new Uint8Array(1_000_000).fill(32))));
    await expect(failure).rejects.toMatchObject({ code: "marketGarbled", fault: "is too long" });
  });
});

describe("sourceIdentity", () => {
  it.each([
    ["http://127.0.0.1:8600", "Local market", "127.0.0.1:8600"],
    ["http://localhost:1/x", "Local market", "localhost:1"],
    ["https://www.deribit.com", "Deribit", "www.deribit.com"],
    ["https://market.example", "market.example", "market.example"],
  ])("default: %s", (baseUrl, name, host) => {
    expect(sourceIdentity({ baseUrl })).toEqual({ name, host });
  });
});
