import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryStore, Phone } from "@/devnet/walletConnect/phoneFixture";
import { type Relay, startRelay } from "@/devnet/walletConnect/relayFixture";
import { WalletUnreachableError } from "@/lib/errors/walletErrors";
import { type LineEvent, WalletConnectLine } from "./WalletConnectLine";

const ADDRESS = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const OTHER = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
const CHAIN = 31_337;

let relay: Relay;
let phone: Phone;
const asked: string[] = [];

beforeEach(async () => {
  relay = await startRelay();
  phone = await Phone.start(relay.url);
  phone.accounts = [`eip155:${CHAIN}:${ADDRESS}`, `eip155:${CHAIN}:${OTHER}`];
  asked.length = 0;
  vi.stubGlobal("fetch", async (url: unknown) => {
    asked.push(String(url));
    throw new TypeError("nobody is asked");
  });
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await phone.stop();
  await relay.stop();
});

const openLine = (store = new MemoryStore()) =>
  WalletConnectLine.open({ projectId: "a".repeat(32), relayUrl: relay.url }, store, "https://app.example");

async function connected(store?: MemoryStore) {
  const line = await openLine(store);
  const { uri, session } = await line.invite(CHAIN);
  await phone.scan(uri);
  const agreed = await session;
  if (agreed === null) throw new TypeError("The phone shared nothing.");
  return { line, agreed };
}

describe("WalletConnectLine", () => {
  it("default: a wallet takes up an invitation, and answers what it is asked", async () => {
    const { line, agreed } = await connected();
    expect(agreed.accounts).toEqual([
      { chainId: CHAIN, address: ADDRESS },
      { chainId: CHAIN, address: OTHER },
    ]);
    phone.answer = () => "0x1234";
    const request = { method: "eth_sendTransaction", params: [{ from: ADDRESS, to: OTHER }] };
    expect(await line.request(agreed.topic, CHAIN, request)).toBe("0x1234");
    expect(phone.questions).toEqual([{ chainId: `eip155:${CHAIN}`, ...request }]);
  });

  it("behavior: what is asked of the wallet is what the app uses", async () => {
    await connected();
    expect(
      phone.proposals.map(({ requiredNamespaces, optionalNamespaces }) => [requiredNamespaces, optionalNamespaces]),
    ).toEqual([
      [
        {},
        {
          eip155: {
            chains: [`eip155:${CHAIN}`],
            methods: [
              "eth_sendTransaction",
              "eth_signTypedData_v4",
              "wallet_switchEthereumChain",
              "wallet_getCapabilities",
              "wallet_sendCalls",
              "wallet_getCallsStatus",
            ],
            events: ["accountsChanged", "chainChanged"],
          },
        },
      ],
    ]);
  });

  it("behavior: nobody but the relay is asked, and the relay reads no method, contract or hash", async () => {
    const { line, agreed } = await connected();
    phone.answer = () => `0x${"ab".repeat(32)}`;
    await line.request(agreed.topic, CHAIN, { method: "eth_sendTransaction", params: [{ from: ADDRESS, to: OTHER }] });
    expect(asked).toEqual([]);
    const fields = new Set(relay.requests.flatMap(({ params }) => Object.keys(params)));
    expect([...fields].filter((field) => !READABLE.has(field))).toEqual([]);
    const text = JSON.stringify(relay.requests).toLowerCase();
    for (const secret of [ADDRESS, OTHER, "eth_send", "abababab"]) expect(text).not.toContain(secret.toLowerCase());
  });

  it("behavior: a session outlives the page, and is over when the page ends it", async () => {
    const store = new MemoryStore();
    const { agreed } = await connected(store);
    const later = await openLine(store);
    expect(later.session(agreed.topic)).toEqual(agreed);
    phone.answer = () => "0x5678";
    expect(await later.request(agreed.topic, CHAIN, { method: "eth_signTypedData_v4", params: [ADDRESS, "{}"] })).toBe(
      "0x5678",
    );
    await later.end(agreed.topic);
    expect(later.session(agreed.topic)).toBe(null);
    await vi.waitFor(() => expect(phone.sessions()).toEqual([]));
  });

  it("behavior: another account, another chain and the wallet's leave are heard", async () => {
    const { line, agreed } = await connected();
    const { topic } = agreed;
    const events: LineEvent[] = [];
    line.listen((event) => events.push(event));
    await phone.emit("accountsChanged", [`eip155:${CHAIN}:${OTHER}`], CHAIN);
    await vi.waitFor(() => expect(events).toEqual([{ kind: "account", topic, address: OTHER }]));
    await phone.emit("chainChanged", 1, CHAIN);
    await vi.waitFor(() => expect(events.at(-1)).toEqual({ kind: "chain", topic, chainId: 1 }));
    await phone.leave();
    await vi.waitFor(() => expect(events.at(-1)).toEqual({ kind: "ended", topic, by: "wallet" }));
  });

  it("error: a wallet that refuses", async () => {
    const line = await openLine();
    phone.accounts = "reject";
    const refused = await line.invite(CHAIN);
    const refusal = expect(refused.session).rejects.toMatchObject({ code: 5000 });
    await phone.scan(refused.uri);
    await refusal;
  });

  it("error: a wallet that shares no Ethereum account", async () => {
    const line = await openLine();
    phone.accounts = [];
    const { uri, session } = await line.invite(CHAIN);
    await phone.scan(uri);
    expect(await session).toBe(null);
    await vi.waitFor(() => expect([phone.sessions(), relay.clients()]).toEqual([[], 1]), 4_000);
  });

  it("error: a relay that takes the connection and says nothing is told after its time", async () => {
    const line = await openLine();
    relay.setSilent(true);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const refused = expect(line.invite(CHAIN)).rejects.toThrow(WalletUnreachableError);
    await vi.advanceTimersByTimeAsync(12_001);
    vi.useRealTimers();
    await refused;
  });

  it("error: without a relay nothing is put to the wallet", async () => {
    const { line, agreed } = await connected();
    await relay.stop();
    await vi.waitFor(() => expect(relay.clients()).toBe(0));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const request = { method: "eth_sendTransaction", params: [] };
    const refused = expect(line.request(agreed.topic, CHAIN, request)).rejects.toThrow(WalletUnreachableError);
    await vi.advanceTimersByTimeAsync(12_001);
    vi.useRealTimers();
    await refused;
    expect(phone.questions).toEqual([]);
  });
});

/** What the relay may read: names of topics, encrypted messages, and how long to keep them. */
const READABLE = new Set([
  ...["topic", "topics", "id", "message", "ttl", "tag", "prompt"],
  ...["pairingTopic", "sessionTopic", "sessionProposal", "sessionProposalResponse", "sessionSettlementRequest"],
]);
