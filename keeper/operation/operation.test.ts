import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { KeeperError } from "../KeeperError";
import type { KeeperEvent } from "../run/KeeperLog";
import { AlertSender, webhookPost } from "./AlertSender";
import { KeeperWatch } from "./KeeperWatch";
import { keeperMetrics } from "./keeperMetrics";
import { startOperationServer } from "./operationServer";
import { readOperationConfig } from "./readOperationConfig";

const limits = { staleAfter: 1_000, stillAfter: 5_000, lowBalance: 1n };
const VAULT = `0x${"b".repeat(40)}` as const;
const report = { mined: 1, lost: 0, wished: 1, waits: [], blockNumber: 9n, blockTime: 1_700_000_000n, unsettled: [] };

async function served() {
  const clock = { now: 0 };
  const watch = new KeeperWatch(() => clock.now);
  const metrics = keeperMetrics(watch, limits);
  const server = await startOperationServer({ host: "127.0.0.1", port: 0 }, { watch, limits, metrics });
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
    return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
  };
  return { clock, watch, metrics, server, ask };
}

describe("the server for health and metrics", () => {
  it("default: healthy while steps come to their end, 503 once they do not", async () => {
    const { clock, watch, server, ask } = await served();
    watch.stepDone(report, { inFlight: new Map() });
    const well = await ask("/health");
    expect([well.status, JSON.parse(well.text)]).toMatchObject([200, { status: "ok", block: { number: "9" } }]);
    clock.now = 1_001;
    const stale = await ask("/health");
    expect([stale.status, JSON.parse(stale.text)]).toMatchObject([503, { status: "stale" }]);
    await server.close();
  });

  it("default: metrics count events by kind and name the balances", async () => {
    const { watch, metrics, server, ask } = await served();
    const log = metrics.listening(watch.listening(() => {}));
    log("mined", { kind: "settle", vault: VAULT, gas: 120_000n });
    log("reverted", { kind: "clear", vault: VAULT, hash: "0x1", gas: 30_000n });
    watch.stepDone(report, { inFlight: new Map() });
    watch.balancesRead(new Map([[VAULT, 5n * 10n ** 17n]]));
    const { status, type, text } = await ask("/metrics");
    expect([status, type]).toEqual([200, expect.stringContaining("text/plain")]);
    for (const line of [
      'ballast_keeper_events_total{event="mined",kind="settle"} 1',
      'ballast_keeper_events_total{event="reverted",kind="clear"} 1',
      'ballast_keeper_gas_used_total{kind="settle"} 120000',
      "ballast_keeper_healthy 1",
      "ballast_keeper_block_number 9",
      "ballast_keeper_alerts_firing 1",
      `ballast_keeper_balance_coins{account="${VAULT}"} 0.5`,
    ])
      expect(text).toContain(`${line}\n`);
    await server.close();
  });

  it("error: another path, another method, a port that is taken", async () => {
    const { watch, metrics, server, ask } = await served();
    expect((await ask("/")).status).toBe(404);
    expect((await ask("/health", { method: "POST" })).status).toBe(405);
    const again = startOperationServer({ host: "127.0.0.1", port: server.port }, { watch, limits, metrics });
    await expect(again).rejects.toThrow(KeeperError);
    await server.close();
  });
});

describe("AlertSender", () => {
  const low = { key: "lowBalance:0x1", text: "0x1 has 0.001 coins left for gas." };

  it("default: told once when it begins, once when it is over", async () => {
    const posted: unknown[] = [];
    const sender = new AlertSender(
      async (body) => void posted.push(JSON.parse(body)),
      () => {},
    );
    for (const alerts of [[low], [{ ...low, text: "0x1 has 0.0005 coins left for gas." }], [], []])
      await sender.look(alerts);
    expect(posted).toEqual([
      { status: "firing", ...low },
      { status: "resolved", key: low.key, text: `Over: ${low.text}` },
    ]);
  });

  it("error: what a webhook refuses is logged and tried again, and keeps nothing else from being told", async () => {
    const answers = [500, 200];
    const bodies: string[] = [];
    const hook = createServer((request, response) => {
      request.on("data", (chunk: Buffer) => bodies.push(chunk.toString()));
      request.on("end", () => response.writeHead(answers.shift() ?? 200).end());
    });
    await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
    const address = hook.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const events: KeeperEvent[] = [];
    const sender = new AlertSender(webhookPost(`http://127.0.0.1:${port}/`), (event) => events.push(event));
    await sender.look([low]);
    await sender.look([low]);
    await sender.look([low]);
    expect(events).toEqual(["alertLost", "alert"]);
    expect(bodies).toHaveLength(2);
    await new Promise((resolve) => hook.close(resolve));
  });
});

describe("readOperationConfig", () => {
  it("default: nothing is served, nobody told, 0.05 coins and 500 gwei", () => {
    expect(readOperationConfig({})).toEqual({
      listening: null,
      webhookUrl: null,
      lowBalance: 5n * 10n ** 16n,
      mostPerGas: 500n * 10n ** 9n,
    });
  });

  it.each([
    ["9464", { host: "127.0.0.1", port: 9_464 }],
    ["0.0.0.0:80", { host: "0.0.0.0", port: 80 }],
    ["[::1]:80", { host: "::1", port: 80 }],
  ])("behavior: BALLAST_KEEPER_HTTP=%s", (text, listening) => {
    expect(readOperationConfig({ BALLAST_KEEPER_HTTP: text }).listening).toEqual(listening);
  });

  it.each([
    ["BALLAST_KEEPER_HTTP", "99999"],
    ["BALLAST_KEEPER_HTTP", "http://x:80"],
    ["BALLAST_KEEPER_WEBHOOK", "file:///etc/passwd"],
    ["BALLAST_KEEPER_WEBHOOK", "hooks"],
    ["BALLAST_KEEPER_LOW_BALANCE", "-1"],
    ["BALLAST_KEEPER_LOW_BALANCE", "much"],
    ["BALLAST_KEEPER_MAX_FEE_GWEI", "0"],
  ])("error: %s=%s", (name, value) => {
    expect(() => readOperationConfig({ [name]: value })).toThrow(new RegExp(name));
  });
});
