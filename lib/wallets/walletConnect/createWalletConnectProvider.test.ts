import { createClient, custom } from "viem";
import { describe, expect, it, vi } from "vitest";
import { walletFailure } from "@/lib/chain/walletFailure";
import { WalletUnreachableError } from "@/lib/errors/walletErrors";
import { createWalletConnectProvider } from "./createWalletConnectProvider";

const ADDRESS = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const STRANGER = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
const ASKED = [
  "eth_sendTransaction",
  "eth_signTypedData_v4",
  "wallet_getCapabilities",
  "wallet_sendCalls",
  "wallet_getCallsStatus",
  "wallet_switchEthereumChain",
];

function providerOf(answer: () => unknown, methods: readonly string[] = ASKED) {
  const ask = vi.fn(async (_method: string, _params: readonly unknown[]) => answer());
  const switchChain = vi.fn();
  const phone = () => ({ chainId: 10, accounts: [ADDRESS] as const, chainIds: [10, 1], methods, ask });
  return { ask, switchChain, provider: createWalletConnectProvider({ phone, switchChain }) };
}

const transaction = { from: ADDRESS, to: STRANGER, data: "0x", value: "0x0" };

describe("createWalletConnectProvider", () => {
  it("default: account and chain are known here; the rest is put to the wallet as it is", async () => {
    const { provider, ask } = providerOf(() => "0x12");
    expect(await provider.request({ method: "eth_accounts" })).toEqual([ADDRESS]);
    expect(await provider.request({ method: "eth_chainId" })).toBe("0xa");
    expect(ask).not.toHaveBeenCalled();
    expect(await provider.request({ method: "eth_sendTransaction", params: [transaction] })).toBe("0x12");
    const message = [ADDRESS, "{}"];
    expect(await provider.request({ method: "eth_signTypedData_v4", params: message })).toBe("0x12");
    const batch = [{ from: ADDRESS, calls: [] }];
    expect(await provider.request({ method: "wallet_sendCalls", params: batch })).toBe("0x12");
    expect(ask.mock.calls).toEqual([
      ["eth_sendTransaction", [transaction]],
      ["eth_signTypedData_v4", message],
      ["wallet_sendCalls", batch],
    ]);
  });

  it("behavior: a chain that the wallet shares accounts of is gone to without asking, any other is asked for", async () => {
    const { provider, ask, switchChain } = providerOf(() => null);
    const to = (chainId: string) => provider.request({ method: "wallet_switchEthereumChain", params: [{ chainId }] });
    await to("0x1");
    expect(ask).not.toHaveBeenCalled();
    await to("0x2105");
    expect(ask).toHaveBeenCalledWith("wallet_switchEthereumChain", [{ chainId: "0x2105" }]);
    expect(switchChain.mock.calls).toEqual([[1], [8453]]);
  });

  it.each([
    "eth_sign",
    "personal_sign",
    "eth_signTransaction",
    "eth_sendRawTransaction",
    "eth_call",
    "__proto__",
    "toString",
  ])("error: %s is refused here", async (method) => {
    const { provider, ask } = providerOf(() => "0x12", [...ASKED, method]);
    await expect(provider.request({ method, params: [] })).rejects.toMatchObject({ code: 4200 });
    expect(ask).not.toHaveBeenCalled();
  });

  it("error: what the wallet did not agree to is not asked", async () => {
    const { provider, ask } = providerOf(() => "0x12", ["eth_sendTransaction"]);
    const refused = provider.request({ method: "wallet_sendCalls", params: [{ from: ADDRESS }] });
    await expect(refused).rejects.toMatchObject({ code: 4200 });
    expect(ask).not.toHaveBeenCalled();
  });

  it.each<readonly [string, readonly unknown[], number]>([
    ["eth_sendTransaction", [{ ...transaction, from: STRANGER }], 4100],
    ["eth_sendTransaction", [{ ...transaction, to: undefined }], -32602],
    ["eth_sendTransaction", [{ ...transaction, authorizationList: [] }], -32602],
    ["eth_sendTransaction", [], 4100],
    ["eth_signTypedData_v4", [STRANGER, "{}"], 4100],
    ["wallet_sendCalls", [{ from: STRANGER, calls: [] }], 4100],
  ])("error: %s %j is never put to the wallet", async (method, params, code) => {
    const { provider, ask } = providerOf(() => "0x12");
    await expect(provider.request({ method, params })).rejects.toMatchObject({ code });
    expect(ask).not.toHaveBeenCalled();
  });

  it.each<readonly [unknown, string]>([
    [{ code: 5000, message: "User rejected." }, "walletRejected"],
    [{ code: 4001, message: "no" }, "walletRejected"],
    [{ code: 6000, message: "User disconnected." }, "walletDisconnected"],
    [{ code: 5002, message: "User rejected methods." }, "walletUnsupported"],
    [new WalletUnreachableError(), "walletUnreachable"],
    [new TypeError("Request expired. Please try again."), "walletFailed"],
    ["nonsense", "walletFailed"],
  ])("error: the wallet's %j is told as %s", async (thrown, code) => {
    const { provider } = providerOf(() => {
      throw thrown;
    });
    const client = createClient({ transport: custom(provider, { retryCount: 0 }) });
    const asked = client.request({ method: "eth_signTypedData_v4", params: [ADDRESS, "{}"] });
    const failure = await asked.catch((cause: unknown) => cause);
    expect(walletFailure(failure, "act").code).toBe(code);
  });

  it("error: without a session nobody is asked", async () => {
    const provider = createWalletConnectProvider({ phone: () => null, switchChain: () => undefined });
    await expect(provider.request({ method: "eth_accounts" })).rejects.toMatchObject({ code: 4900 });
  });
});
