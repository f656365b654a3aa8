import type { IncomingMessage } from "node:http";
import { isAddress } from "viem";
import type { LocalChain } from "../chain/LocalChain";
import type { DevnetDeployment } from "../DevnetDeployment";
import { DRIP, dripFaucet } from "../faucet/dripFaucet";
import { type HttpAnswer, refusal, startLoopbackServer } from "../http/loopbackServer";
import { MARKET_FAULTS, type MarketFault } from "../options/MarketFault";
import { jumpToNextExpiry } from "../timeMachine/jumpToNextExpiry";

/** The devnet's control server and whether it is moving time now. */
export type ControlServer = {
  readonly url: string;
  readonly isJumping: () => boolean;
  readonly stop: () => Promise<void>;
};

/** What is controlled. */
export type ControlOptions = {
  readonly chain: LocalChain;
  readonly deployment: DevnetDeployment;
  /** Breaks the option market, or mends it. */
  readonly setMarketFault: (fault: MarketFault) => void;
};

/** State of one server: one jump at a time, one faucet visit after the other. */
type Desk = ControlOptions & {
  isJumping: boolean;
  faucet: Promise<unknown>;
};

type Fields = Readonly<Record<string, unknown>>;

const LONGEST_BODY = 2_000;

const ORDERS: Readonly<Record<string, (desk: Desk, body: Fields) => Promise<HttpAnswer>>> = {
  "POST /time-machine": timeMachine,
  "POST /faucet": faucet,
  "POST /market": market,
};

/**
 * Serves the time machine, the faucet and the option market's faults to this machine only. It takes only JSON, so that no
 * page of another origin can drive it.
 */
export async function startControlServer(options: ControlOptions): Promise<ControlServer> {
  const desk: Desk = { ...options, isJumping: false, faucet: Promise.resolve() };
  const server = await startLoopbackServer((request) => answer(desk, request));
  return { ...server, isJumping: () => desk.isJumping };
}

async function answer(desk: Desk, request: IncomingMessage): Promise<HttpAnswer> {
  const route = `${request.method} ${request.url}`;
  if (route === "GET /health") return health(desk);
  const order = Object.hasOwn(ORDERS, route) ? ORDERS[route] : undefined;
  if (order === undefined) return refusal(404, `There is no ${route}.`);
  if (!request.headers["content-type"]?.startsWith("application/json")) return refusal(415, "Send application/json.");
  const body = await readJson(request);
  return body === undefined ? refusal(400, "The body is not a JSON object.") : order(desk, body);
}

async function health({ chain, isJumping }: Desk): Promise<HttpAnswer> {
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

async function timeMachine(desk: Desk): Promise<HttpAnswer> {
  if (desk.isJumping) return refusal(409, "Time is already being moved. Wait until that jump has arrived.");
  desk.isJumping = true;
  try {
    await desk.faucet;
    return { status: 200, body: await jumpToNextExpiry({ rpcUrl: desk.chain.rpcUrl, deployment: desk.deployment }) };
  } finally {
    desk.isJumping = false;
  }
}

async function faucet(desk: Desk, { address }: Fields): Promise<HttpAnswer> {
  if (typeof address !== "string" || !isAddress(address)) return refusal(400, "The faucet needs an address.");
  const visit = desk.faucet.then(() => dripFaucet(desk.chain, desk.deployment, address));
  desk.faucet = visit.catch(() => undefined);
  await visit;
  const grants = Object.fromEntries(Object.entries(DRIP).map(([token, amount]) => [token, amount.toString()]));
  return { status: 200, body: { address, ...grants } };
}

/** `{ "fault": … }`: see {@link MarketFault}; it holds until the next order. */
async function market(desk: Desk, { fault }: Fields): Promise<HttpAnswer> {
  const known = MARKET_FAULTS.find((one) => one === fault);
  if (known === undefined) return refusal(400, `The fault must be one of ${MARKET_FAULTS.join(", ")}.`);
  desk.setMarketFault(known);
  return { status: 200, body: { fault: known } };
}

async function readJson(request: IncomingMessage): Promise<Fields | undefined> {
  let text = "";
  for await (const chunk of request) {
    text += chunk;
    if (text.length > LONGEST_BODY) return undefined;
  }
  try {
    const value: unknown = JSON.parse(text === "" ? "{}" : text);
    return typeof value === "object" && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}
