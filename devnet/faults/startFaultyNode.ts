import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Falsifier, falsified, type RpcAnswer, type RpcQuestion } from "./falsify";
import type { NodeFault } from "./NodeFault";

/** A node with a fault that can be changed while it is asked. */
export type FaultyNode = {
  readonly url: string;
  /** Host and port, as people are told. */
  readonly host: string;
  /** Methods that it was asked for since the fault was last set, in order. */
  readonly asked: string[];
  readonly setFault: (fault: NodeFault) => Promise<void>;
  /** From now on every result is what this makes of it; null: what is true. */
  readonly setFalsifier: (falsifier: Falsifier | null) => void;
  readonly stop: () => Promise<void>;
};

/** Pages ask from another origin, as they ask public nodes. */
const HEADERS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*",
  "access-control-allow-methods": "POST",
} as const;

const OTHER_HASH = `0x${"ee".repeat(32)}`;
const HOUR_SECONDS = 3_600;

type Fault = { readonly kind: NodeFault; readonly newest: string; readonly falsifier: Falsifier | null };

/** Stands before a well node, on a free port of this machine, and does to its answers what the fault says. Well at first. */
export async function startFaultyNode(rpcUrl: string): Promise<FaultyNode> {
  let fault: Fault = { kind: "none", newest: "0x0", falsifier: null };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void serve(request, response, { rpcUrl, fault, asked }).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    asked,
    setFault: async (kind) => {
      const newest = String((await passOn(rpcUrl, { id: 1, method: "eth_blockNumber", params: [] })).result);
      asked.length = 0;
      fault = { kind, newest, falsifier: null };
    },
    setFalsifier: (falsifier) => {
      fault = { kind: "none", newest: fault.newest, falsifier };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Serving = { readonly rpcUrl: string; readonly fault: Fault; readonly asked: string[] };

async function serve(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  if (request.method === "OPTIONS") {
    response.writeHead(204, HEADERS).end();
    return;
  }
  const { kind } = serving.fault;
  const body = JSON.parse(await textOf(request)) as RpcQuestion | readonly RpcQuestion[];
  const questions = Array.isArray(body) ? (body as readonly RpcQuestion[]) : [body as RpcQuestion];
  serving.asked.push(...questions.map(({ method }) => method));
  if (kind === "down") request.socket.destroy();
  else if (kind === "rateLimited") send(response, 429, "Too many requests", { "retry-after": String(HOUR_SECONDS) });
  else if (kind === "serverError") send(response, 503, "Service unavailable");
  else if (kind === "html")
    send(response, 200, "<!doctype html><title>Sign in</title>", { "content-type": "text/html" });
  else if (kind !== "slow") {
    const answers = await Promise.all(questions.map((question) => answerOf(question, serving)));
    const text = JSON.stringify(Array.isArray(body) ? answers : answers[0]);
    send(response, 200, kind === "truncated" ? text.slice(0, text.length / 2) : text);
  }
}

function send(response: ServerResponse, status: number, text: string, more: Readonly<Record<string, string>> = {}) {
  response.writeHead(status, { "content-type": "application/json", ...HEADERS, ...more }).end(text);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

async function answerOf(question: RpcQuestion, { rpcUrl, fault }: Serving): Promise<RpcAnswer> {
  const { id, method } = question;
  const isSending = method === "eth_sendRawTransaction";
  switch (fault.kind) {
    case "wrongId": {
      const other = { id: Number(id) + 1, method: "eth_blockNumber", params: [] };
      return passOn(rpcUrl, other);
    }
    case "stale":
      return staleAnswer(question, rpcUrl, fault.newest);
    case "otherHash": {
      const answer = await passOn(rpcUrl, question);
      return isSending ? { jsonrpc: "2.0", id, result: OTHER_HASH } : answer;
    }
    case "alreadyKnown":
      if (isSending) return { jsonrpc: "2.0", id, error: { code: -32_000, message: "already known" } };
      return passOn(rpcUrl, question);
    case "forgetful":
      if (isSending) return { jsonrpc: "2.0", id, error: { code: -32_000, message: "transaction pool is full" } };
      if (/^eth_getTransaction(Receipt|ByHash)$/.test(method)) return { jsonrpc: "2.0", id, result: null };
      return passOn(rpcUrl, question);
    default: {
      const answer = falsified(fault.kind, question, await passOn(rpcUrl, question));
      if (fault.falsifier === null || answer.result === undefined) return answer;
      return { ...answer, result: fault.falsifier(question, answer.result) };
    }
  }
}

/** Where in a method's parameters the block stands. */
const BLOCK_PLACES: Readonly<Record<string, number>> = {
  eth_call: 1,
  eth_getBalance: 1,
  eth_getCode: 1,
  eth_getTransactionCount: 1,
  eth_simulateV1: 1,
  eth_getBlockByNumber: 0,
};

async function staleAnswer(question: RpcQuestion, rpcUrl: string, newest: string): Promise<RpcAnswer> {
  const { id, method, params = [] } = question;
  if (method === "eth_blockNumber") return { jsonrpc: "2.0", id, result: newest };
  const place = BLOCK_PLACES[method];
  if (place === undefined) return passOn(rpcUrl, question);
  const block = params[place] ?? "latest";
  const isTag = block === "latest" || block === "pending";
  if (!isTag && BigInt(String(block)) > BigInt(newest)) {
    if (method === "eth_getBlockByNumber") return { jsonrpc: "2.0", id, result: null };
    return { jsonrpc: "2.0", id, error: { code: -32_000, message: "header not found" } };
  }
  const at = isTag ? newest : block;
  return passOn(rpcUrl, { id, method, params: [...params.slice(0, place), at, ...params.slice(place + 1)] });
}

async function passOn(rpcUrl: string, question: RpcQuestion): Promise<RpcAnswer> {
  const response = await fetch(rpcUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", ...question }),
  });
  return (await response.json()) as RpcAnswer;
}
