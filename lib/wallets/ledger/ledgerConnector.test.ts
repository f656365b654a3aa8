import { createClient, custom, type Hex, parseTransaction, recoverTransactionAddress, stringToHex } from "viem";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createConfig, createStorage } from "wagmi";
import { ACCOUNT, emulatedSession } from "@/e2e/ledger/emulatedSession";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { walletFailure } from "@/lib/chain/walletFailure";
import { ledgerConnector } from "./ledgerConnector";
import { LEDGER_FACE, type LedgerWalletParts } from "./ledgerParts";
import { FLOWS } from "./transcriptFixture";

const SPENDER = "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512";
const SECOND = { path: "m/44'/60'/1'/0/0", address: "0x8C8d35429F74ec245F8Ef2f4Fd1e551cFF97d650" } as const;
const PERMIT = FLOWS.find(({ name }) => name === "permit")?.request.typedData;

let { ledger, hid, session } = emulatedSession();
let sent: Hex[] = [];
let store = new Map<string, string>();

/** A node that knows what a wallet asks before it sends. */
function nodeOf(id: number): ChainClient {
  const answers: Readonly<Record<string, unknown>> = {
    eth_chainId: `0x${id.toString(16)}`,
    eth_getTransactionCount: "0x7",
    eth_estimateGas: "0x186a0",
    eth_maxPriorityFeePerGas: "0x3b9aca00",
    eth_getBlockByNumber: { baseFeePerGas: "0x3b9aca00", number: "0x1", transactions: [] },
  };
  const request = async ({ method, params }: { method: string; params?: readonly Hex[] }) => {
    if (method !== "eth_sendRawTransaction") return answers[method];
    sent.push(params?.[0] ?? "0x");
    return `0x${"11".repeat(32)}`;
  };
  const chain = {
    id,
    name: `Chain ${id}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [] } },
  };
  return createClient({ chain, transport: custom({ request }, { retryCount: 0 }), cacheTime: 0 });
}

/** A connector whose chooser takes the first account. */
function connected() {
  const connector = unchosen();
  connector.setChooser(async () => ACCOUNT);
  return connector;
}

function unchosen(loadSession = async () => session) {
  const [home, other] = [nodeOf(31_337), nodeOf(1)];
  const storage = createStorage({
    storage: {
      getItem: (key) => store.get(key) ?? null,
      setItem: (key, value) => void store.set(key, value),
      removeItem: (key) => void store.delete(key),
    },
  });
  const config = createConfig({
    chains: [home.chain, other.chain],
    client: ({ chain }) => (chain.id === 1 ? other : home),
    connectors: [ledgerConnector(LEDGER_FACE, [home, other], loadSession)],
    storage,
    multiInjectedProviderDiscovery: false,
  });
  const [connector] = config.connectors;
  if (connector === undefined) throw new RangeError("no connector");
  return connector as typeof connector & LedgerWalletParts;
}

async function providerOf(connector: ReturnType<typeof connected>) {
  return (await connector.getProvider()) as {
    request(request: { method: string; params?: readonly unknown[] }): Promise<unknown>;
  };
}

beforeEach(() => {
  ({ ledger, hid, session } = emulatedSession());
  sent = [];
  store = new Map();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the connector", () => {
  test("default: connects the account that was chosen, and after a reload the same one without device or chooser", async () => {
    const connector = connected();
    expect(await connector.connect()).toEqual({ accounts: [ACCOUNT.address], chainId: 31_337 });
    await (await connector.session()).disconnect();
    hid.unplug();
    const reloaded = unchosen();
    expect(await reloaded.isAuthorized()).toBe(true);
    expect((await reloaded.connect({ isReconnecting: true })).accounts).toEqual([ACCOUNT.address]);
    await reloaded.disconnect();
    expect(await connected().isAuthorized()).toBe(false);
  });

  test("behavior: the chooser decides; turning back is a rejection", async () => {
    const connector = connected();
    connector.setChooser(async () => SECOND);
    expect((await connector.connect()).accounts).toEqual([SECOND.address]);
    connector.setChooser(async () => null);
    await expect(connector.connect()).rejects.toMatchObject({ code: 4001 });
    expect((await connector.getAccounts()).at(0)).toBe(SECOND.address);
    await expect(unchosen().connect()).rejects.toMatchObject({ code: 4001 });
  });

  test("behavior: an address is checked once it was confirmed on the device, for each account and across reloads", async () => {
    const connector = connected();
    expect(await connector.isAddressChecked()).toBe(false);
    await connector.connect();
    expect(await connector.isAddressChecked()).toBe(false);
    ledger.knobs.person = { refusesAt: 1 };
    await expect(connector.checkAddress()).rejects.toMatchObject({ code: "ledgerRejected" });
    expect(await connector.isAddressChecked()).toBe(false);
    ledger.knobs.person = "confirms";
    await connector.checkAddress();
    expect(ledger.screens.map(({ title }) => title)).toContain("Verify Ethereum address");
    const reloaded = unchosen();
    await reloaded.connect({ isReconnecting: true });
    expect(await reloaded.isAddressChecked()).toBe(true);
    reloaded.setChooser(async () => SECOND);
    await reloaded.connect();
    expect(await reloaded.isAddressChecked()).toBe(false);
  });

  test("error: a device that shows another address than the connected one leaves it unchecked", async () => {
    const connector = connected();
    await connector.connect();
    ledger.knobs.mnemonic = "legal winner thank year wave sausage worth useful legal winner thank yellow";
    await expect(connector.checkAddress()).rejects.toMatchObject({ code: "ledgerOtherAccount" });
    expect(await connector.isAddressChecked()).toBe(false);
    store.set("wagmi.ledgerWallet.checkedAddresses", '[1,"0x12"]');
    expect(await connector.isAddressChecked()).toBe(false);
  });

  test("behavior: what wagmi asks of every connector at a page load, and a reconnection, load no session", async () => {
    await connected().connect();
    const load = vi.fn(async () => session);
    const reloaded = unchosen(load);
    await reloaded.getProvider();
    await reloaded.connect({ isReconnecting: true });
    expect(await reloaded.isAddressChecked()).toBe(false);
    expect(load).not.toHaveBeenCalled();
  });

  test("behavior: what a Ledger is not asked for, and what the page knows itself, load no session", async () => {
    const load = vi.fn(async () => session);
    const reloaded = unchosen(load);
    store.set("wagmi.ledgerWallet.account", JSON.stringify(ACCOUNT));
    await reloaded.connect({ isReconnecting: true });
    const { request } = await providerOf(reloaded);
    await expect(request({ method: "wallet_getCapabilities", params: [ACCOUNT.address] })).rejects.toMatchObject({
      code: 4200,
    });
    expect(await request({ method: "eth_accounts" })).toEqual([ACCOUNT.address]);
    expect(load).not.toHaveBeenCalled();
    await request({ method: "personal_sign", params: ["0x00", ACCOUNT.address] });
    expect(load).toHaveBeenCalledOnce();
  });

  test("error: a session whose code did not load is tried again", async () => {
    const load = vi.fn(async () => session).mockRejectedValueOnce(new TypeError("no network"));
    const connector = unchosen(load);
    connector.setChooser(async () => ACCOUNT);
    await expect(connector.connect()).rejects.toThrow("no network");
    expect((await connector.connect()).accounts).toEqual([ACCOUNT.address]);
  });

  test("error: what was stored and is no account is not taken", async () => {
    store.set("wagmi.ledgerWallet.account", JSON.stringify({ path: "m/0'", address: ACCOUNT.address }));
    expect(await connected().isAuthorized()).toBe(false);
  });
});

describe("the provider", () => {
  test("default: a transaction is filled in, signed on the device, and sent by the app's own node", async () => {
    const connector = connected();
    await connector.connect();
    const { request } = await providerOf(connector);
    const transaction = { from: ACCOUNT.address, to: SPENDER, data: "0x12345678", value: "0x0" };
    expect(await request({ method: "eth_sendTransaction", params: [transaction] })).toBe(`0x${"11".repeat(32)}`);
    const [serializedTransaction = "0x02"] = sent as `0x02${string}`[];
    expect(parseTransaction(serializedTransaction)).toMatchObject({
      chainId: 31_337,
      nonce: 7,
      to: SPENDER.toLowerCase(),
      data: "0x12345678",
      gas: 125_000n,
    });
    expect(await recoverTransactionAddress({ serializedTransaction })).toBe(ACCOUNT.address);
  });

  test("default: messages, typed data, accounts, chain, and a switch among the app's chains", async () => {
    const connector = connected();
    const provider = await providerOf(connector);
    expect(await provider.request({ method: "eth_accounts" })).toEqual([]);
    await connector.connect();
    expect(await provider.request({ method: "eth_accounts" })).toEqual([ACCOUNT.address]);
    expect(await provider.request({ method: "eth_chainId" })).toBe("0x7a69");
    const signed = await provider.request({ method: "personal_sign", params: [stringToHex("hello"), ACCOUNT.address] });
    expect(signed).toMatch(/^0x[\da-f]{130}$/);
    const typed = { method: "eth_signTypedData_v4", params: [ACCOUNT.address, JSON.stringify(PERMIT)] };
    expect(await provider.request(typed)).toMatch(/^0x5bb9050a073861ca/);
    await provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId: "0x1" }] });
    expect(await connector.getChainId()).toBe(1);
    await expect(provider.request(typed)).rejects.toMatchObject({ code: -32602 });
  });

  test.each<readonly [string, readonly unknown[], number]>([
    ["eth_sign", [ACCOUNT.address, "0x00"], 4200],
    ["eth_signTransaction", [{}], 4200],
    ["eth_sendRawTransaction", ["0x"], 4200],
    ["wallet_sendCalls", [{}], 4200],
    ["toString", [], 4200],
    ["wallet_switchEthereumChain", [{ chainId: "0x2a" }], 4902],
    ["personal_sign", ["0x00", SPENDER], 4100],
    ["eth_sendTransaction", [{ from: SPENDER, to: SPENDER }], 4100],
    ["eth_sendTransaction", [{ from: ACCOUNT.address, data: "0x60" }], -32602],
    ["eth_sendTransaction", [{ from: ACCOUNT.address, to: SPENDER, authorizationList: [] }], -32602],
    ["eth_sendTransaction", [{ from: ACCOUNT.address, to: SPENDER, chainId: "0x1" }], -32602],
    ["eth_signTypedData_v4", [ACCOUNT.address, "{"], -32602],
    ["eth_signTypedData_v4", [ACCOUNT.address, "{}"], -32602],
  ])("error: %s %j is refused with %i, and the device is not asked", async (method, params, code) => {
    const connector = connected();
    await connector.connect();
    ledger.apdus.length = 0;
    await expect((await providerOf(connector)).request({ method, params })).rejects.toMatchObject({ code });
    expect([ledger.apdus, sent]).toEqual([[], []]);
  });

  test("error: a rejection on the device is 4001, and every failure keeps its class under the code", async () => {
    const connector = connected();
    await connector.connect();
    const { request } = await providerOf(connector);
    const sign = () =>
      request({ method: "personal_sign", params: ["0x00", ACCOUNT.address] }).catch((thrown: unknown) => thrown);
    ledger.knobs.person = { refusesAt: 0 };
    const rejected = await sign();
    expect(rejected).toMatchObject({ code: 4001, cause: { code: "ledgerRejected" } });
    expect(walletFailure(rejected, "personal_sign").code).toBe("walletRejected");
    hid.unplug();
    const unplugged = await sign();
    expect(unplugged).toMatchObject({ code: 4900 });
    expect(walletFailure(unplugged, "personal_sign").code).toBe("ledgerUnplugged");
  });

  test("error: a signature of something else is never sent", async () => {
    const connector = connected();
    await connector.connect();
    ledger.knobs.isLying = true;
    const { request } = await providerOf(connector);
    const transaction = { from: ACCOUNT.address, to: SPENDER };
    await expect(request({ method: "eth_sendTransaction", params: [transaction] })).rejects.toMatchObject({
      cause: { code: "ledgerWrongSignature" },
    });
    expect(sent).toEqual([]);
  });
});
