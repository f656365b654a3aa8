import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { strategyVaultAbi } from "@/contracts-abi/StrategyVault";
import { surfaceMarket } from "@/keeper/chain/surfaceMarket";
import { type KeeperLog, silentLog } from "@/keeper/run/KeeperLog";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import { type LocalChain, localChain } from "../chain/LocalChain";
import { readDeployment } from "../DevnetDeployment";
import { readMarket } from "../prices/liveMarket";
import { type RunningDevnet, startDevnet } from "../startDevnet";
import { localOptionMarket } from "./localOptionMarket";

let folder: string;
let devnet: RunningDevnet;
let chain: LocalChain;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ballast-options-"));
  devnet = await startDevnet({ deploymentPath: join(folder, "deployment.json"), quiet: true, market: false });
  chain = localChain(devnet.rpcUrl);
});

afterAll(async () => {
  await devnet.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Envelope = { readonly status: number; readonly result?: unknown; readonly usIn: number };
type Listed = { readonly instrument_name: string; readonly expiration_timestamp: number };
type Summary = {
  readonly instrument_name: string;
  readonly creation_timestamp: number;
  readonly bid_price: number | null;
  readonly ask_price: number | null;
};

const get = (path: string) => fetch(`${devnet.marketUrl}/api/v2/public/${path}`);

async function ask(path: string): Promise<Envelope> {
  const response = await get(path);
  return { ...((await response.json()) as Omit<Envelope, "status">), status: response.status };
}

const instruments = async (coin: string) =>
  (await ask(`get_instruments?currency=${coin}&kind=option&expired=false`)).result as readonly Listed[];
const summaries = async (coin: string) =>
  (await ask(`get_book_summary_by_currency?currency=${coin}&kind=option`)).result as readonly Summary[];

function order(route: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(`${devnet.controlUrl}/${route}`, { method: "POST", headers, body: JSON.stringify(body) });
}

const blockMilliseconds = async () => Number((await chain.read.getBlock()).timestamp) * 1_000;

async function liveExpiry(): Promise<number> {
  const address = devnet.deployment.vaults[0]?.address ?? "0x";
  const { expiry } = await chain.read.readContract({ address, abi: strategyVaultAbi, functionName: "epoch" });
  return Number(expiry) * 1_000;
}

describe("the option market", () => {
  it("default: its address is in the deployment's file; four methods answer, at the block's time and the feed's price", async () => {
    expect(readDeployment(devnet.deploymentPath).marketUrl).toBe(devnet.marketUrl);
    const { state } = await readMarket(chain, devnet.deployment);
    for (const coin of ["ETH", "BTC"] as const) {
      const index = await ask(`get_index_price?index_name=${coin.toLowerCase()}_usd`);
      expect(index).toMatchObject({ status: 200, jsonrpc: "2.0", result: { index_price: state[coin].price } });
      expect(index.usIn / 1_000).toBe(await blockMilliseconds());
      const lines = await summaries(coin);
      expect(lines.length).toBeGreaterThan(300);
      expect(lines.map((line) => line.instrument_name)).toEqual(
        (await instruments(coin)).map((listed) => listed.instrument_name),
      );
      const line = lines[150];
      expect(line?.creation_timestamp).toBe(await blockMilliseconds());
      const ticker = await ask(`ticker?instrument_name=${line?.instrument_name}`);
      expect(ticker.result).toMatchObject({
        ...{ instrument_name: line?.instrument_name, index_price: state[coin].price, state: "open" },
        ...{ best_bid_price: line?.bid_price, best_ask_price: line?.ask_price },
      });
    }
  });

  it("error: an unknown method, an option that is not listed, another verb", async () => {
    expect(await ask("get_nothing")).toMatchObject({ status: 404, error: { code: -32601 } });
    expect(await ask("ticker?instrument_name=ETH-1JAN27-1-C")).toMatchObject({ status: 400, error: { code: 13_020 } });
    const posted = await fetch(`${devnet.marketUrl}/api/v2/public/get_index_price?index_name=eth_usd`, {
      method: "POST",
    });
    expect(posted.status).toBe(404);
  });

  it("behavior: after a jump everything is of the new time at once, and a chain put back has the old market", async () => {
    const [expiry, before] = [await liveExpiry(), await summaries("BTC")];
    expect((await instruments("BTC")).some((listed) => listed.expiration_timestamp === expiry)).toBe(true);
    const id = await chain.test.snapshot();
    expect((await order("time-machine", {})).status).toBe(200);
    const after = await instruments("BTC");
    const now = await blockMilliseconds();
    expect(now).toBeGreaterThan(expiry);
    expect(after.every((listed) => listed.expiration_timestamp > now)).toBe(true);
    expect(after.map((listed) => listed.expiration_timestamp)).toContain(await liveExpiry());
    expect((await summaries("BTC"))[0]?.creation_timestamp).toBe(now);
    await chain.test.revert({ id });
    expect(await summaries("BTC")).toEqual(before);
  });
});

describe("makers", () => {
  const question = async () => {
    const { state, now } = await readMarket(chain, devnet.deployment);
    const { price: spot } = state.ETH;
    const strikes = [0.92, 1, 1.08].map((moneyness) => spot * moneyness);
    const expiry = unixSeconds(BigInt(await liveExpiry()) / 1_000n + 604_800n);
    return { underlying: devnet.deployment.addresses.weth, now: unixSeconds(now), expiry, spot, strikes };
  };
  const bySurface = (log: KeeperLog = silentLog) =>
    surfaceMarket({ deployment: devnet.deployment, source: { baseUrl: devnet.marketUrl, fetch }, log });

  it("behavior: a keeper that reads the market over HTTP knows the law's volatilities of the next sale to a point", async () => {
    const asked = await question();
    const law = await localOptionMarket(chain, devnet.deployment)(asked);
    const fitted = await bySurface()(asked);
    expect(law).toHaveLength(3);
    for (const [index, volatility] of (fitted ?? []).entries())
      expect(Math.abs(volatility - (law?.[index] ?? Number.NaN))).toBeLessThan(0.01);
  });

  it("error: without a market, or for a coin that nobody quotes, makers are on their own, and it is said", async () => {
    const asked = await question();
    const events: string[] = [];
    await order("market", { fault: "down" });
    expect(await bySurface((event) => events.push(event))(asked)).toBeNull();
    await order("market", { fault: "none" });
    expect(events).toEqual(["noMarket"]);
    expect(await bySurface()({ ...asked, underlying: devnet.deployment.addresses.usdc })).toBeNull();
  });
});

describe("faults", () => {
  it("behavior: each that is asked for is there, until the next order", async () => {
    const now = await blockMilliseconds();
    await order("market", { fault: "crossed" });
    const crossed = (await summaries("ETH")).filter((line) => (line.bid_price ?? 0) > (line.ask_price ?? 1e9));
    expect(crossed.length).toBeGreaterThan(200);
    await order("market", { fault: "stale" });
    expect((await summaries("ETH"))[0]?.creation_timestamp).toBe(now - 3_600_000);
    await order("market", { fault: "garbage" });
    await expect((await get("get_instruments?currency=ETH")).json()).rejects.toThrow();
    await order("market", { fault: "slow" });
    await expect(fetch(devnet.marketUrl, { signal: AbortSignal.timeout(500) })).rejects.toThrow();
    await order("market", { fault: "down" });
    await expect(get("get_instruments?currency=ETH")).rejects.toThrow("fetch failed");
    await order("market", { fault: "none" });
    expect((await summaries("ETH"))[0]?.creation_timestamp).toBe(now);
  });

  it("error: a fault that nobody knows changes nothing", async () => {
    expect((await order("market", { fault: "sleepy" })).status).toBe(400);
    expect((await get("get_index_price?index_name=eth_usd")).status).toBe(200);
  });
});
