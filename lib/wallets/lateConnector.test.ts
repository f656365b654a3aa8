import { createClient, custom } from "viem";
import { beforeEach, expect, test } from "vitest";
import { type Config, createConfig, createStorage } from "wagmi";
import { connect, disconnect, getAccount, reconnect, switchChain } from "wagmi/actions";
import { type LateConnector, lateConnector } from "./lateConnector";

const ADDRESS = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const STORED_AS = "late.account";
const chain = {
  id: 31_337,
  name: "Local",
  nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
  rpcUrls: { default: { http: [] } },
};

let store = new Map<string, string>();
let loads = 0;
let failures = 0;
let calls: string[] = [];

const told = <T>(name: string, answer: T) => {
  calls.push(name);
  return answer;
};

const late: LateConnector<{ readonly greet: () => Promise<string> }> = {
  id: "late",
  name: "Late",
  type: "test",
  icon: "data:,",
  storedAs: STORED_AS,
  load: async () => {
    loads += 1;
    if (loads <= failures) throw new TypeError("no network");
    return {
      greet: async () => "hello",
      getProvider: async () => ({ request: async ({ method }) => told(method, "0x1") }),
      getAccounts: async () => [ADDRESS],
      getChainId: async () => chain.id,
      isAuthorized: async () => true,
      connect: async () => told("connect", { accounts: [ADDRESS], chainId: chain.id }),
      disconnect: async () => told("disconnect", undefined),
      switchChain: async () => told("switchChain", chain),
    };
  },
  parts: (loaded) => ({ greet: async () => (await loaded()).greet() }),
};

function configOf(one: LateConnector<{ readonly greet: () => Promise<string> }> = late): Config {
  const storage = createStorage({
    storage: {
      getItem: (key) => store.get(key) ?? null,
      setItem: (key, value) => void store.set(key, value),
      removeItem: (key) => void store.delete(key),
    },
  });
  return createConfig({
    chains: [chain],
    client: () => createClient({ chain, transport: custom({ request: async () => null }) }),
    connectors: [lateConnector(one)],
    storage,
    multiInjectedProviderDiscovery: false,
  });
}

const fail = () => Promise.reject(new TypeError("no device"));

function only(config: Config) {
  const [connector] = config.connectors;
  if (connector === undefined) throw new RangeError("no connector");
  return connector as typeof connector & { readonly greet: () => Promise<string> };
}

beforeEach(() => {
  store = new Map();
  loads = 0;
  failures = 0;
  calls = [];
});

test("default: no code is loaded to stand in the list, to give a provider, or to find that nothing is stored", async () => {
  const config = configOf();
  expect(only(config)).toMatchObject({ id: "late", name: "Late", type: "test", icon: "data:," });
  await only(config).getProvider();
  expect(await reconnect(config)).toEqual([]);
  expect(loads).toBe(0);
});

test("behavior: connecting loads it once, and everything goes to what was loaded", async () => {
  const config = configOf();
  const connector = only(config);
  await connect(config, { connector });
  expect(getAccount(config)).toMatchObject({ status: "connected", address: ADDRESS, chainId: chain.id });
  const provider = (await connector.getProvider()) as { request: (asked: { method: string }) => Promise<unknown> };
  expect(await provider.request({ method: "eth_chainId" })).toBe("0x1");
  expect(await connector.greet()).toBe("hello");
  await switchChain(config, { chainId: chain.id });
  await disconnect(config);
  expect(calls).toEqual(["connect", "eth_chainId", "switchChain", "disconnect"]);
  expect(loads).toBe(1);
});

test("behavior: what is stored is taken up again, unless the page may not", async () => {
  store.set(`wagmi.${STORED_AS}`, JSON.stringify("an account"));
  expect(await reconnect(configOf({ ...late, storedAs: null }))).toEqual([]);
  expect(loads).toBe(0);
  expect(await reconnect(configOf())).toMatchObject([{ accounts: [ADDRESS] }]);
});

test("error: a reload whose code does not come is not connected, does not wait for ever, and keeps what is stored", async () => {
  store.set(`wagmi.${STORED_AS}`, JSON.stringify("an account"));
  failures = 1;
  const config = configOf();
  expect(await reconnect(config)).toEqual([]);
  expect(getAccount(config).status).toBe("disconnected");
  expect(await reconnect(config)).toMatchObject([{ accounts: [ADDRESS] }]);
});

test("error: whoever disconnects has left and is not taken up again, also where the code does not load or fails", async () => {
  const key = `wagmi.${STORED_AS}`;
  store.set(key, JSON.stringify("an account"));
  failures = 1;
  await only(configOf()).disconnect();
  expect([loads, store.has(key)]).toEqual([1, false]);
  const failing = { ...late, load: async () => ({ ...(await late.load({} as never)), disconnect: fail }) };
  const config = configOf(failing);
  await connect(config, { connector: only(config) });
  store.set(key, JSON.stringify("an account"));
  await disconnect(config);
  expect(getAccount(config).status).toBe("disconnected");
  expect(store.has(key)).toBe(false);
});

test("error: what did not load is tried again", async () => {
  failures = 1;
  const config = configOf();
  await expect(only(config).greet()).rejects.toThrow("no network");
  expect(await only(config).greet()).toBe("hello");
});
