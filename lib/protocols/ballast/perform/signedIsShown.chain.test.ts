import { createClient, custom, type Hex, http, type TransactionRequest } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { sendTransaction } from "viem/actions";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDevnet, type TestDevnet } from "@/devnet/devnetFixture";
import type { RunningDevnet } from "@/devnet/startDevnet";
import type { WalletClient } from "@/lib/chain/askWallet";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { Intent } from "@/lib/transaction/Intent";
import type { Vault } from "@/lib/vault/Vault";
import { PUBLISHED_MNEMONIC } from "@/lib/wallets/demoWallet/demoAccounts";
import { readPositions } from "../read/readPositions";
import { readVaults } from "../read/readVaults";
import { depositIntent, playIntent, spell } from "./performFixture";

let test: TestDevnet;
let devnet: RunningDevnet;
let source: ChainSource;
let vault: Vault;
let snapshot: unknown;
const victim = mnemonicToAccount(PUBLISHED_MNEMONIC, { addressIndex: 1 });
const thief = mnemonicToAccount(PUBLISHED_MNEMONIC, { addressIndex: 9 });
const ASSETS = 1_000_000_000n;

beforeAll(async () => {
  test = await startTestDevnet();
  ({ devnet, source } = test);
  const found = (await readVaults(source)).find(({ asset }) => asset.symbol === "USDC");
  if (found === undefined) throw new TypeError("no vault of USDC");
  vault = found;
  snapshot = await rpc("evm_snapshot");
});

beforeEach(async () => {
  await rpc("evm_revert", snapshot);
  snapshot = await rpc("evm_snapshot");
});

afterAll(async () => {
  await test?.stop();
});

function rpc(method: string, ...params: readonly unknown[]): Promise<unknown> {
  return source.client.request({ method, params } as never);
}

/** What a wallet is asked to send, and what it sends instead; the same for typed data, as JSON. */
type Asked = { readonly to: Hex; readonly data: Hex; readonly value: bigint; readonly nonce: number };
type TypedData = {
  readonly domain: Record<string, unknown>;
  readonly message: Record<string, unknown>;
  readonly types: Record<string, readonly { readonly name: string; readonly type: string }[]>;
  readonly primaryType: string;
};
type Lie = {
  readonly transaction?: (asked: Asked) => TransactionRequest;
  readonly typedData?: (asked: TypedData) => TypedData;
  readonly signer?: typeof thief;
};

/** A wallet that says yes to everything and does something else. */
function lyingWallet({
  transaction = (asked) => asked,
  typedData = (asked) => asked,
  signer = victim,
}: Lie): WalletClient {
  const node = http(devnet.rpcUrl)({ chain: source.client.chain });
  const own = createClient({ account: signer, chain: source.client.chain, transport: http(devnet.rpcUrl) });
  const request = async ({ method, params }: { readonly method: string; readonly params?: unknown }) => {
    const [first, second] = (params ?? []) as readonly unknown[];
    if (method === "eth_accounts") return [victim.address];
    if (method === "eth_signTypedData_v4") return signer.signTypedData(typedData(JSON.parse(String(second))) as never);
    if (method !== "eth_sendTransaction") return node.request({ method, params } as never);
    const { to, data, value = "0x0", nonce } = first as Record<"to" | "data" | "value" | "nonce", Hex>;
    const asked = { to, data, value: BigInt(value), nonce: Number(nonce) };
    const isOther = signer !== victim;
    return sendTransaction(own, {
      ...transaction(asked),
      ...(isOther ? { nonce: undefined } : {}),
      gas: 2_000_000n,
    } as never);
  };
  return createClient({
    account: victim.address,
    chain: source.client.chain,
    transport: custom({ request }, { retryCount: 0 }),
  }) as WalletClient;
}

async function play(lie: Lie, more: Partial<Extract<Intent, { kind: "deposit" }>> = {}) {
  const intent = depositIntent(vault, ASSETS, more);
  return playIntent(source, { intent, account: victim.address, wallet: lyingWallet(lie) });
}

/** The bytes with one word after the selector changed. */
function withWord(data: Hex, index: number, word: string): Hex {
  const at = 10 + 64 * index;
  return `0x${data.slice(2, at)}${word.replace("0x", "").padStart(64, "0")}${data.slice(at + 64)}`;
}

const isApproval = ({ data }: Asked) => data.startsWith("0x095ea7b3");
const MOST = "f".repeat(64);

/** A lie told on the approval, then one told on the act. */
const TRANSACTIONS: readonly (readonly [string, NonNullable<Lie["transaction"]>])[] = [
  [
    "approval: the spender",
    (asked) => (isApproval(asked) ? { ...asked, data: withWord(asked.data, 0, thief.address) } : asked),
  ],
  ["approval: the amount", (asked) => (isApproval(asked) ? { ...asked, data: withWord(asked.data, 1, MOST) } : asked)],
  ["approval: the token", (asked) => (isApproval(asked) ? { ...asked, to: vault.share.address } : asked)],
  [
    "approval: the function",
    (asked) => (isApproval(asked) ? { ...asked, data: `0xa9059cbb${asked.data.slice(10)}` } : asked),
  ],
  ["approval: one byte more", (asked) => (isApproval(asked) ? { ...asked, data: `${asked.data}00` } : asked)],
  [
    "approval: coins sent along",
    (asked) => (isApproval(asked) ? { ...asked, to: thief.address, data: "0x", value: 10n ** 18n } : asked),
  ],
  ["approval: the number", (asked) => (isApproval(asked) ? { ...asked, nonce: asked.nonce + 1 } : asked)],
  ["act: the amount", (asked) => (isApproval(asked) ? asked : { ...asked, data: withWord(asked.data, 1, "1") })],
  [
    "act: the receiver",
    (asked) => (isApproval(asked) ? asked : { ...asked, data: withWord(asked.data, 3, thief.address) }),
  ],
  ["act: the target", (asked) => (isApproval(asked) ? asked : { ...asked, to: thief.address })],
  [
    "act: the function",
    (asked) => (isApproval(asked) ? asked : { ...asked, data: `0xdeadbeef${asked.data.slice(10)}` }),
  ],
  ["act: coins sent along", (asked) => (isApproval(asked) ? asked : { ...asked, value: 1n })],
  [
    "act: a bit of the last byte",
    (asked) =>
      isApproval(asked)
        ? asked
        : { ...asked, data: `${asked.data.slice(0, -1)}${asked.data.endsWith("1") ? "0" : "1"}` as Hex },
  ],
  ["act: cut short", (asked) => (isApproval(asked) ? asked : { ...asked, data: asked.data.slice(0, -64) as Hex })],
  ["act: the number", (asked) => (isApproval(asked) ? asked : { ...asked, nonce: asked.nonce + 2 })],
];

describe("a wallet that sends something else than was shown", () => {
  it.each(TRANSACTIONS)("error: %s is reported at once and never called done", async (name, transaction) => {
    const { state, statuses } = await play({ transaction }, { prefersApproval: true });
    expect(state.status, JSON.stringify(state, spell)).toBe("sentOther");
    expect(statuses).not.toContain("confirmed");
    if (state.status !== "sentOther") return;
    expect(state.finished).toHaveLength(name.startsWith("act") ? 1 : 0);
    expect(state.differences.length).toBeGreaterThan(0);
  });

  it("error: from another account", async () => {
    const { state } = await play({ signer: thief }, { prefersApproval: true });
    expect(state).toMatchObject({
      status: "sentOther",
      differences: expect.arrayContaining([
        { field: "signer", shown: victim.address, signed: thief.address.toLowerCase() },
      ]),
    });
  });
});

const inMessage = (change: Record<string, unknown>) => (asked: TypedData) => ({
  ...asked,
  message: { ...asked.message, ...change },
});
const inDomain = (change: Record<string, unknown>) => (asked: TypedData) => ({
  ...asked,
  domain: { ...asked.domain, ...change },
});

const PERMITS: readonly (readonly [string, Lie])[] = [
  ["the amount", { typedData: inMessage({ value: `0x${MOST}` }) }],
  ["the spender", { typedData: inMessage({ spender: thief.address }) }],
  ["the owner", { typedData: inMessage({ owner: thief.address }) }],
  ["the deadline", { typedData: inMessage({ deadline: `0x${MOST}` }) }],
  ["the nonce", { typedData: inMessage({ nonce: "7" }) }],
  ["the token", { typedData: inDomain({ verifyingContract: thief.address }) }],
  ["the chain", { typedData: inDomain({ chainId: 1 }) }],
  ["the token's name", { typedData: inDomain({ name: "Tether" }) }],
  ["the version", { typedData: inDomain({ version: "9" }) }],
  ["the account", { signer: thief }],
];

describe("a wallet that signs another permit than was shown", () => {
  it.each(PERMITS)("error: %s: the signature is thrown away and nothing is sent", async (_, lie) => {
    const before = (await readPositions(source, victim.address))[0]?.walletAssets;
    const { state, statuses } = await play(lie);
    expect(state.status, JSON.stringify(state, spell)).toBe("signedOther");
    expect(statuses).not.toContain("broadcast");
    expect(state.status === "signedOther" && state.finished).toEqual([]);
    expect((await readPositions(source, victim.address))[0]?.walletAssets).toBe(before);
  });

  it.each(["0x", "0x1234", `0x${"00".repeat(65)}`, `0x${"11".repeat(65)}`])(
    "error: bytes that are no signature: %s",
    async (bytes) => {
      const signer = { ...victim, signTypedData: async () => bytes as Hex } as typeof victim;
      const { state } = await play({ signer });
      expect(state).toMatchObject({ status: "signedOther" });
    },
  );

  it("default: what was shown is done", async () => {
    const { state } = await play({});
    expect(state.status, JSON.stringify(state, spell)).toBe("confirmed");
  });
});
