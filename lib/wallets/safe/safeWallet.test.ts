import { anvil } from "viem/chains";
import { describe, expect, it } from "vitest";
import { createConfig, http } from "wagmi";
import { connect, getAccount } from "wagmi/actions";
import { walletCode } from "@/lib/chain/walletFailure";
import { createSafeProvider } from "./createSafeProvider";
import { parseSafeAccount, parseSafeTransaction, parseSentHash } from "./parseSafeAnswers";
import type { SafeApp, SafeCall } from "./SafeApp";
import { safeWallet } from "./safeWallet";

const SAFE = "0x5a5a5A5a5a5a5a5a5A5A5A5A5A5a5a5A5A5A5a5a" as const;
const OWNERS = ["a1", "b2", "c3"].map((byte) => `0x${byte.repeat(20)}`);
const INFO = { safeAddress: SAFE, chainId: 31_337, threshold: 2, owners: OWNERS, isReadOnly: false };
const ACCOUNT = { address: parseSafeAccount(INFO)?.address ?? SAFE, chainId: 31_337, owners: 3 };
const HASH = `0x${"ab".repeat(32)}` as const;
const EXECUTED = `0x${"cd".repeat(32)}` as const;
const signedBy = (owners: readonly string[]) => owners.map((value) => ({ signer: { value }, signature: "0x" }));
const EXECUTION = {
  type: "MULTISIG",
  nonce: 7,
  safeTxHash: HASH,
  confirmationsRequired: 2,
  confirmations: signedBy(OWNERS.slice(0, 1)),
};
const DETAILS = { safeAddress: SAFE, txStatus: "AWAITING_CONFIRMATIONS", detailedExecutionInfo: EXECUTION };

function appOf(change: Partial<SafeApp> = {}) {
  const sent: (readonly SafeCall[])[] = [];
  const app: SafeApp = {
    account: async () => INFO,
    send: async (calls) => {
      sent.push(calls);
      return { safeTxHash: HASH };
    },
    transaction: async () => DETAILS,
    ...change,
  };
  return { app, sent };
}

const CALLS = [
  { to: OWNERS[0], data: "0x095ea7b3" },
  { to: OWNERS[1], data: "0x", value: "0xde0b6b3a7640000" },
];
const ASKED = { version: "2.0.0", id: "0x70", from: ACCOUNT.address, chainId: "0x7a69", calls: CALLS };
const sendCalls = (asked: unknown) => ({ method: "wallet_sendCalls", params: [asked] });
const statusOf = (id: unknown) => ({ method: "wallet_getCallsStatus", params: [id] });

describe("safeWallet", () => {
  it("default: the Safe's own address and chain, without a question to a person", async () => {
    const config = createConfig({
      chains: [anvil],
      transports: { [anvil.id]: http("http://127.0.0.1:1") },
      storage: null,
    });
    const opened: (readonly string[])[] = [];
    const connector = safeWallet(["https://app.safe.global"], async (origins) => {
      opened.push(origins);
      return appOf().app;
    });
    await connect(config, { connector });
    expect(getAccount(config)).toMatchObject({ address: ACCOUNT.address, chainId: 31_337, isConnected: true });
    expect(opened).toEqual([["https://app.safe.global"]]);
  });

  it.each([
    null,
    "0x",
    {},
    { ...INFO, safeAddress: "0x5a" },
    { ...INFO, safeAddress: [SAFE] },
    { ...INFO, chainId: "1" },
    { ...INFO, chainId: 0 },
    { ...INFO, chainId: 1.5 },
    { ...INFO, owners: 3 },
  ])("error: answer %# names no Safe", (answer) => {
    expect(parseSafeAccount(answer)).toBeNull();
  });
});

describe("createSafeProvider", () => {
  it("default: all calls as one, in order, to the wei; the Safe's hash is their name", async () => {
    const { app, sent } = appOf();
    const provider = createSafeProvider(app, ACCOUNT);
    expect(await provider.request(sendCalls(ASKED))).toEqual({ id: HASH });
    expect(sent).toEqual([
      [
        { to: OWNERS[0], data: "0x095ea7b3", value: "0" },
        { to: OWNERS[1], data: "0x", value: "1000000000000000000" },
      ],
    ]);
    expect(await provider.request({ method: "wallet_getCapabilities" })).toEqual({
      "0x7a69": { atomic: { status: "supported" } },
    });
  });

  it.each(["eth_sendTransaction", "eth_signTypedData_v4", "personal_sign", "eth_sign", "wallet_switchEthereumChain"])(
    "behavior: a Safe does not answer %s",
    async (method) => {
      const asked = createSafeProvider(appOf().app, ACCOUNT).request({ method, params: [] });
      expect(walletCode(await asked.catch((cause: unknown) => cause))).toBe(4200);
    },
  );

  it("error: nothing is sent for another account or another chain", async () => {
    const { app, sent } = appOf();
    const provider = createSafeProvider(app, ACCOUNT);
    await expect(provider.request(sendCalls({ ...ASKED, from: OWNERS[0] }))).rejects.toThrow();
    const elsewhere = provider.request(sendCalls({ ...ASKED, chainId: "0x1" }));
    expect(walletCode(await elsewhere.catch((cause: unknown) => cause))).toBe(5710);
    expect(sent).toEqual([]);
  });

  it("behavior: the page's own words for a no are a no; any other failure is in doubt", async () => {
    const failing = (words: string) =>
      createSafeProvider(appOf({ send: () => Promise.reject(new TypeError(words)) }).app, ACCOUNT)
        .request(sendCalls(ASKED))
        .catch((cause: unknown) => cause);
    expect(walletCode(await failing("Transaction was rejected"))).toBe(4001);
    expect(walletCode(await failing("Something"))).toBeNull();
  });

  it.each([
    null,
    {},
    "0x",
    { safeTxHash: "0x" },
    { safeTxHash: `${HASH}00` },
    { safeTxHash: { toString: () => HASH } },
  ])("error: answer %# names no Safe transaction", (answer) => {
    expect(parseSentHash(answer)).toBeNull();
  });

  it.each([
    ["AWAITING_CONFIRMATIONS", 100, []],
    ["AWAITING_EXECUTION", 100, []],
    ["CANCELLED", 400, []],
    ["FAILED", 500, [{ transactionHash: EXECUTED }]],
    ["SUCCESS", 200, [{ transactionHash: EXECUTED }]],
  ])("default: %s is told as %i", async (txStatus, status, receipts) => {
    const { app } = appOf({ transaction: async () => ({ ...DETAILS, txStatus, txHash: EXECUTED }) });
    expect(await createSafeProvider(app, ACCOUNT).request(statusOf(HASH))).toMatchObject({
      status,
      receipts,
      chainId: "0x7a69",
      capabilities: { safe: { nonce: 7, signed: 1, needed: 2, owners: 3 } },
    });
  });

  it("behavior: a name that is no hash is unknown, and is asked of nobody", async () => {
    const provider = createSafeProvider(
      appOf({ transaction: () => Promise.reject(new TypeError("asked")) }).app,
      ACCOUNT,
    );
    for (const id of ["0x70", `${HASH}0`, 7, undefined]) {
      expect(walletCode(await provider.request(statusOf(id)).catch((cause: unknown) => cause))).toBe(5730);
    }
  });

  const asked = { account: ACCOUNT, safeTxHash: HASH };

  it.each([
    null,
    {},
    { ...DETAILS, safeAddress: OWNERS[0] },
    { ...DETAILS, txStatus: "DONE" },
    { ...DETAILS, txStatus: "toString" },
    { ...DETAILS, detailedExecutionInfo: null },
    { ...DETAILS, detailedExecutionInfo: { ...EXECUTION, safeTxHash: EXECUTED } },
    { ...DETAILS, detailedExecutionInfo: { ...EXECUTION, nonce: "7" } },
    { ...DETAILS, detailedExecutionInfo: { ...EXECUTION, confirmations: {} } },
    { ...DETAILS, detailedExecutionInfo: { ...EXECUTION, confirmationsRequired: Number.POSITIVE_INFINITY } },
  ])("error: answer %# is of another transaction, or makes no sense", (answer) => {
    expect(parseSafeTransaction(answer, asked)).toBeNull();
  });

  it("behavior: an owner counts once, nobody counts for none, and a hash that is none is left out", () => {
    const confirmations = [
      ...signedBy([OWNERS[0] ?? "", (OWNERS[0] ?? "").toUpperCase().replace("X", "x")]),
      {},
      null,
      7,
    ];
    const answer = {
      ...DETAILS,
      txStatus: "SUCCESS",
      txHash: "0x12",
      detailedExecutionInfo: { ...EXECUTION, confirmations },
    };
    expect(parseSafeTransaction(answer, asked)).toEqual({
      stage: "executed",
      standing: { nonce: 7, signed: 1, needed: 2, owners: 3 },
      hash: null,
    });
  });
});
