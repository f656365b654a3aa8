import { createClient, custom } from "viem";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createConfig, createStorage } from "wagmi";
import { connect, disconnect, getAccount } from "wagmi/actions";
import { MemoryStore, Phone } from "@/devnet/walletConnect/phoneFixture";
import { type Relay, startRelay } from "@/devnet/walletConnect/relayFixture";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { WalletConnectLine } from "./WalletConnectLine";
import { walletConnectConnector } from "./walletConnectConnector";
import { type Inviter, WALLETCONNECT_FACE, walletConnectParts } from "./walletConnectParts";

const ADDRESS = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const chain = {
  id: 31_337,
  name: "Local",
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: [] } },
};
const client: ChainClient = createClient({ chain, transport: custom({ request: async () => null }) });

let relay: Relay;
let phone: Phone;
let keys: MemoryStore;
let store: Map<string, string>;
/** What the app's own server was asked, in order. */
let asked: unknown[];

beforeEach(async () => {
  relay = await startRelay();
  phone = await Phone.start(relay.url);
  phone.accounts = [`eip155:${chain.id}:${ADDRESS}`];
  keys = new MemoryStore();
  store = new Map();
  asked = [];
  vi.stubGlobal("fetch", async (url: unknown, { method }: RequestInit) => {
    asked.push([url, method]);
    return new Response(null, { status: 204 });
  });
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await phone.stop();
  await relay.stop();
});

/** Shows the invitation to the phone at once. */
const scanning: Inviter["invite"] = async (load, chainId) => {
  const { uri, session } = await (await load()).invite(chainId);
  await phone.scan(uri);
  return session;
};

const openLine = () =>
  WalletConnectLine.open({ projectId: "a".repeat(32), relayUrl: relay.url }, keys, "https://app.example");

function page(loadLine = openLine) {
  const setting = { projectId: "a".repeat(32), relayUrl: relay.url, isOpen: true };
  const config = createConfig({
    chains: [client.chain],
    client: () => client,
    connectors: [walletConnectConnector(WALLETCONNECT_FACE, { client, setting }, loadLine)],
    storage: createStorage({
      storage: {
        getItem: (key) => store.get(key) ?? null,
        setItem: (key, value) => void store.set(key, value),
        removeItem: (key) => void store.delete(key),
      },
    }),
    multiInjectedProviderDiscovery: false,
  });
  const [connector] = config.connectors;
  const parts = walletConnectParts(connector);
  if (connector === undefined || parts === null) throw new RangeError("no connector");
  const tellEnd = vi.fn();
  const inviteBy = (invite: Inviter["invite"]) => parts.setInviter({ invite, tellEnd });
  inviteBy(scanning);
  return { config, connector, inviteBy, tellEnd };
}

it("default: a page that connects may do so after a reload too, also when it had turned back before", async () => {
  const { config, connector, inviteBy, tellEnd } = page();
  inviteBy(async () => null);
  await expect(connect(config, { connector })).rejects.toMatchObject({ code: 4001 });
  expect(asked).toEqual([["/api/opened-wallet", "DELETE"]]);
  inviteBy(scanning);
  expect(await connect(config, { connector })).toEqual({ accounts: [ADDRESS], chainId: chain.id });
  expect(asked.slice(1)).toEqual([["/api/opened-wallet", "POST"]]);
  const reloaded = page();
  expect(await reloaded.connector.isAuthorized()).toBe(true);
  await reloaded.connector.connect({ isReconnecting: true });
  expect(await reloaded.connector.getAccounts()).toEqual([ADDRESS]);
  expect(asked).toHaveLength(2);
  expect(tellEnd).not.toHaveBeenCalled();
});

it("behavior: disconnecting ends the session in the wallet, lets the relay go, and connecting again is remembered again", async () => {
  const { config, connector } = page();
  await connect(config, { connector });
  expect(relay.clients()).toBe(2);
  await disconnect(config);
  await vi.waitFor(() => expect([relay.clients(), phone.sessions()]).toEqual([1, []]), 4_000);
  expect(store.has("wagmi.walletConnect.session")).toBe(false);
  await connect(config, { connector });
  expect(asked.map((one) => (one as string[])[1])).toEqual(["POST", "DELETE", "POST"]);
});

it("behavior: a wallet that leaves lets the relay go too", async () => {
  const { config, connector, tellEnd } = page();
  await connect(config, { connector });
  await phone.leave();
  await vi.waitFor(() => expect(tellEnd).toHaveBeenCalledWith("wallet"));
  await vi.waitFor(() => expect(relay.clients()).toBe(1), 4_000);
});

it("error: a relay that is silent, and an end that fails, hold nobody and nothing", async () => {
  const { config, connector } = page();
  await connect(config, { connector });
  relay.setSilent(true);
  await disconnect(config);
  expect(getAccount(config).status).toBe("disconnected");
  await vi.waitFor(() => expect(relay.clients()).toBe(1), 8_000);
  relay.setSilent(false);
  await connect(config, { connector });
  const end = vi.spyOn(WalletConnectLine.prototype, "end").mockRejectedValueOnce(new TypeError("no storage"));
  await disconnect(config);
  await vi.waitFor(() => expect(end).toHaveBeenCalledOnce());
  end.mockRestore();
}, 15_000);

it("error: code that does not load is told, and the next attempt loads it", async () => {
  const load = vi.fn(openLine).mockRejectedValueOnce(new TypeError("no network"));
  const { config, connector, tellEnd } = page(load);
  await expect(connect(config, { connector })).rejects.toThrow("no network");
  expect(tellEnd.mock.calls).toEqual([["failed"]]);
  await connect(config, { connector });
  expect(getAccount(config).address).toBe(ADDRESS);
});
