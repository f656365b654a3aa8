import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/** A request that a client put to the relay, with everything that the relay can read of it. */
export type RelayRequest = { readonly method: string; readonly params: Readonly<Record<string, unknown>> };

/** A relay on this machine. */
export type Relay = {
  readonly url: string;
  /** Everything that clients asked, in order. */
  readonly requests: readonly RelayRequest[];
  /** How many clients are connected. */
  readonly clients: () => number;
  /** While it is silent it takes connections and answers nothing. */
  readonly setSilent: (isSilent: boolean) => void;
  readonly stop: () => Promise<void>;
};

/** What the clients' requests hold, each the fields that its method has. */
type Params = Readonly<
  Record<
    | "topic"
    | "message"
    | "pairingTopic"
    | "sessionTopic"
    | "sessionProposal"
    | "sessionProposalResponse"
    | "sessionSettlementRequest",
    string
  >
> & { readonly topics: readonly string[] };

type Topic = { readonly subscribers: Map<WebSocket, string>; waiting: string[] };

/**
 * The relay of WalletConnect's protocol as its clients know it: whoever subscribes to a topic gets what others publish there, and what was published
 * before anybody listened. It sees no more than the hosted one: topics and encrypted messages.
 */
export async function startRelay(): Promise<Relay> {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await new Promise((resolve) => server.once("listening", resolve));
  const requests: RelayRequest[] = [];
  const topics = new Map<string, Topic>();
  let isSilent = false;
  const topicOf = (name: string) => {
    const topic: Topic = topics.get(name) ?? { subscribers: new Map(), waiting: [] };
    topics.set(name, topic);
    return topic;
  };
  const deliver = (to: WebSocket, topic: string, message: string) => {
    const id = topicOf(topic).subscribers.get(to);
    const data = { topic, message, publishedAt: Date.now(), tag: 0 };
    send(to, { id: freshId(), jsonrpc: "2.0", method: "irn_subscription", params: { id, data } });
  };
  const subscribe = (from: WebSocket, name: string) => {
    const topic = topicOf(name);
    const id = topic.subscribers.get(from) ?? randomBytes(32).toString("hex");
    topic.subscribers.set(from, id);
    const waiting = topic.waiting.splice(0);
    // After the answer, which tells the client the subscription's name.
    setTimeout(() => waiting.forEach((message) => void deliver(from, name, message)), 20);
    return id;
  };
  const publish = (from: WebSocket, name: string, message: string) => {
    const topic = topicOf(name);
    const others = [...topic.subscribers.keys()].filter((client) => client !== from && client.readyState === 1);
    if (others.length === 0) topic.waiting.push(message);
    for (const client of others) deliver(client, name, message);
    return true;
  };
  const answers: Readonly<Record<string, (from: WebSocket, params: Params) => unknown>> = {
    irn_subscribe: (from, { topic }) => subscribe(from, topic),
    irn_batchSubscribe: (from, { topics: names }) => names.map((name) => subscribe(from, name)),
    irn_unsubscribe: (from, { topic }) => topicOf(topic).subscribers.delete(from),
    irn_publish: (from, { topic, message }) => publish(from, topic, message),
    irn_batchFetchMessages: () => ({ messages: [], hasMore: false }),
    wc_proposeSession: (from, { pairingTopic, sessionProposal }) => {
      subscribe(from, pairingTopic);
      return publish(from, pairingTopic, sessionProposal);
    },
    wc_approveSession: (from, { sessionTopic, pairingTopic, sessionProposalResponse, sessionSettlementRequest }) => {
      subscribe(from, sessionTopic);
      publish(from, pairingTopic, sessionProposalResponse);
      return publish(from, sessionTopic, sessionSettlementRequest);
    },
  };
  server.on("connection", (client) => {
    client.on("message", (bytes) => {
      const request = JSON.parse(String(bytes)) as RelayRequest & { readonly id: number };
      const answer = answers[request.method];
      if (request.method === undefined) return;
      requests.push({ method: request.method, params: request.params });
      if (isSilent) return;
      const { id } = request;
      if (answer === undefined)
        send(client, { id, jsonrpc: "2.0", error: { code: -32601, message: "Unknown method" } });
      else send(client, { id, jsonrpc: "2.0", result: answer(client, request.params as Params) });
    });
    client.on("close", () => {
      for (const { subscribers } of topics.values()) subscribers.delete(client);
    });
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    clients: () => server.clients.size,
    setSilent: (silent) => {
      isSilent = silent;
    },
    stop: async () => {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(client: WebSocket, message: unknown): void {
  client.send(JSON.stringify(message));
}

/** Clients tell requests apart by numbers. */
function freshId(): number {
  return Number.parseInt(randomBytes(6).toString("hex"), 16);
}
