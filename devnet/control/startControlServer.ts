import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isAddress } from "viem";
import type { LocalChain } from "../chain/LocalChain";
import type { DevnetDeployment } from "../DevnetDeployment";
import { DevnetError } from "../DevnetError";
import { DRIP, dripFaucet } from "../faucet/dripFaucet";
import { jumpToNextExpiry } from "../timeMachine/jumpToNextExpiry";

/** The devnet's control server and whether it is moving time now. */
export type ControlServer = {
  readonly url: string;
  readonly isJumping: () => boolean;
  readonly stop: () => Promise<void>;
};

type Answer = { readonly status: number; readonly body: unknown };

/** State of one server: one jump at a time, one faucet visit after the other. */
type Desk = {
  readonly chain: LocalChain;
  readonly deployment: DevnetDeployment;
  isJumping: boolean;
  faucet: Promise<unknown>;
};

const LONGEST_BODY = 2_000;

/**
 * Serves the time machine and the faucet to this machine only: it listens on the loopback interface, answers only
 * requests that name it, and takes only JSON, so that no page of another origin can drive it.
 */
export async function startControlServer(chain: LocalChain, deployment: DevnetDeployment): Promise<ControlServer> {
  const desk: Desk = { chain, deployment, isJumping: false, faucet: Promise.resolve() };
  const server = createServer((request, response) => {
    answer(desk, request)
      .catch((error: unknown) => ({
        status: 500,
        body: { error: error instanceof Error ? error.message : String(error) },
      }))
      .then((result) => write(response, result));
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    isJumping: () => desk.isJumping,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new DevnetError("The control server got no port."));
      else resolve(address.port);
    });
  });
}

async function answer(desk: Desk, request: IncomingMessage): Promise<Answer> {
  const host = request.headers.host?.replace(/:\d+$/, "");
  if (host !== "127.0.0.1" && host !== "localhost") return refusal(403, "This server answers to 127.0.0.1 only.");
  const route = `${request.method} ${request.url}`;
  if (route === "GET /health") return health(desk);
  if (route !== "POST /time-machine" && route !== "POST /faucet") return refusal(404, `There is no ${route}.`);
  if (!request.headers["content-type"]?.startsWith("application/json")) return refusal(415, "Send application/json.");
  const body = await readJson(request);
  if (body === undefined) return refusal(400, "The body is not a JSON object.");
  return route === "POST /faucet" ? faucet(desk, body) : timeMachine(desk);
}

async function health({ chain, isJumping }: Desk): Promise<Answer> {
  const { number, timestamp } = await chain.read.getBlock();
  const body = {
    ok: true,
    chainId: chain.read.chain.id,
    blockNumber: Number(number),
    blockTimestamp: Number(timestamp),
    isJumping,
  };
  return { status: 200, body };
}

async function timeMachine(desk: Desk): Promise<Answer> {
  if (desk.isJumping) return refusal(409, "Time is already being moved. Wait until that jump has arrived.");
  desk.isJumping = true;
  try {
    await desk.faucet;
    return { status: 200, body: await jumpToNextExpiry({ rpcUrl: desk.chain.rpcUrl, deployment: desk.deployment }) };
  } finally {
    desk.isJumping = false;
  }
}

async function faucet(desk: Desk, { address }: Readonly<Record<string, unknown>>): Promise<Answer> {
  if (typeof address !== "string" || !isAddress(address)) return refusal(400, "The faucet needs an address.");
  const visit = desk.faucet.then(() => dripFaucet(desk.chain, desk.deployment, address));
  desk.faucet = visit.catch(() => undefined);
  await visit;
  const grants = Object.fromEntries(Object.entries(DRIP).map(([token, amount]) => [token, amount.toString()]));
  return { status: 200, body: { address, ...grants } };
}

async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | undefined> {
  let text = "";
  for await (const chunk of request) {
    text += chunk;
    if (text.length > LONGEST_BODY) return undefined;
  }
  try {
    const value: unknown = JSON.parse(text === "" ? "{}" : text);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

function refusal(status: number, error: string): Answer {
  return { status, body: { error } };
}

function write(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
