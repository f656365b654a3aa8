import { createServer, type Server } from "node:http";
import { KeeperError } from "../KeeperError";
import type { KeeperLimits } from "./KeeperFacts";
import type { KeeperWatch } from "./KeeperWatch";
import { keeperAlerts } from "./keeperAlerts";
import { keeperHealth } from "./keeperHealth";
import type { KeeperMetrics } from "./keeperMetrics";

/** Where the keeper tells about itself. */
export type Listening = { readonly host: string; readonly port: number };

/** What is told. */
export type Told = { readonly watch: KeeperWatch; readonly limits: KeeperLimits; readonly metrics: KeeperMetrics };

/** A server under way; its port is the real one where 0 was asked for. */
export type OperationServer = { readonly port: number; readonly close: () => Promise<void> };

/**
 * Serves `GET /health` (200, or 503 with the faults in sentences once it is stale; JSON) and `GET /metrics` (Prometheus' text).
 * Throws {@link KeeperError} where the port cannot be had.
 */
export async function startOperationServer({ host, port }: Listening, told: Told): Promise<OperationServer> {
  const server = createServer((request, response) => {
    const path = request.url?.split("?", 1)[0];
    if (request.method !== "GET") return void response.writeHead(405, { allow: "GET" }).end();
    if (path === "/health") {
      const { status, body } = healthAnswer(told);
      return void response
        .writeHead(status, { "content-type": "application/json", "cache-control": "no-store" })
        .end(body);
    }
    if (path !== "/metrics") return void response.writeHead(404).end();
    told.metrics.text().then(
      (text) => response.writeHead(200, { "content-type": told.metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, { host, port });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function healthAnswer({ watch, limits }: Told): { readonly status: number; readonly body: string } {
  const { facts, now } = watch;
  const health = keeperHealth(facts, limits, now);
  const body = {
    status: health.isHealthy ? "ok" : "stale",
    faults: health.faults,
    alerts: keeperAlerts(facts, limits, now).map(({ text }) => text),
    block: facts.block && { number: String(facts.block.number), time: String(facts.block.time) },
    waits: facts.waits.map(({ vault, reason }) => ({ vault, reason })),
    underWay: facts.underWay,
  };
  return { status: health.isHealthy ? 200 : 503, body: `${JSON.stringify(body)}\n` };
}

function listen(server: Server, { host, port }: Listening): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) =>
      reject(new KeeperError(`BALLAST_KEEPER_HTTP: ${host}:${port} cannot be listened on.`, { cause })),
    );
    server.listen(port, host, resolve);
  });
}
