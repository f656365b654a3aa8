import { createClient, type Hex, http, RpcRequestError } from "viem";
import { sendTransaction } from "viem/actions";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { localAccount } from "@/devnet/localAccount";
import { type Anvil, startAnvil } from "@/devnet/processes/anvil";
import { freePort } from "@/devnet/processes/freePort";
import type { Call } from "@/lib/transaction/Call";
import type { ChainClient } from "./createChainClient";
import { type Followed, type Looks, lookAtTransaction, NO_LOOKS } from "./lookAtTransaction";
import { observe } from "./observe";
import { transactionCount } from "./transactionCount";

const account = localAccount(3);
const other = `0x${"ab".repeat(20)}` as const;
const call: Call = { to: other, functionName: "transfer", arguments: [], value: 5n, calldata: "0x1234" };
/** Fresh nodes know the fee only after a block. */
const FEE = 3_000_000_000n;

let anvil: Anvil;
let client: ChainClient;
let nonce: number;
let sinceBlock: bigint;

beforeAll(async () => {
  anvil = await startAnvil({ port: await freePort() });
  const chain = {
    id: 31_337,
    name: "Local chain",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [anvil.rpcUrl] } },
  };
  client = createClient({ chain, transport: http(anvil.rpcUrl) }) as ChainClient;
});

afterAll(async () => {
  await anvil?.stop();
});

beforeEach(async () => {
  await rpc("anvil_mine", "0x1");
  nonce = await transactionCount(client, account.address, "latest");
  sinceBlock = BigInt((await rpc("eth_blockNumber")) as string);
});

function rpc(method: string, ...params: readonly unknown[]): Promise<unknown> {
  return client.request({ method, params } as never);
}

type Sending = {
  readonly to?: `0x${string}`;
  readonly value?: bigint;
  readonly data?: Hex;
  readonly fee?: bigint;
  readonly skipped?: number;
};

function send({ to = other, value = 5n, data = "0x1234", fee = FEE, skipped = 0 }: Sending = {}): Promise<Hex> {
  const fees = { maxFeePerGas: fee, maxPriorityFeePerGas: fee, gas: 60_000n };
  return sendTransaction(client, { account, to, value, data, nonce: nonce + skipped, chain: client.chain, ...fees });
}

const FOLLOWED = { chainId: 31_337, call, includedIn: null, endedBy: null, cancelledBy: null } as const;

function look(hash: Hex, more: Partial<Followed> = {}, looks: Partial<Looks> = {}) {
  const followed = { ...FOLLOWED, hash, account: account.address, nonce, sinceBlock, ...more };
  return lookAtTransaction(client, followed, { ...NO_LOOKS, ...looks });
}

/** The same node, but for one method that it answers otherwise. */
function answering(method: string, answer: unknown): ChainClient {
  return through((asked) => (asked.method === method ? Promise.resolve(answer) : client.request(asked as never)));
}

type Asked = { readonly method: string; readonly params?: readonly unknown[] };

/** The same node behind something that sees every request. */
function through(request: (asked: Asked) => Promise<unknown>): ChainClient {
  return Object.assign(Object.create(client) as ChainClient, { request });
}

function lookWith(node: ChainClient, hash: Hex, more: Partial<Followed> = {}) {
  return lookAtTransaction(node, { ...FOLLOWED, hash, account: account.address, nonce, sinceBlock, ...more }, NO_LOOKS);
}

const idle = (hash: Hex) => ({ type: "delayed", hash, delay: null });

describe("lookAtTransaction", () => {
  it("default: waiting says nothing; mined says where, and how deep", async () => {
    const hash = await send();
    expect(await look(hash)).toEqual({ events: [idle(hash)], looks: { unseen: 0, waited: 1 } });
    await rpc("anvil_mine", "0x2");
    const { events } = await look(hash);
    expect(events).toEqual([
      { type: "included", hash, blockNumber: sinceBlock + 1n, isSuccess: true, revert: null },
      { type: "confirmationsCounted", hash, confirmations: 2 },
    ]);
  });

  it.each<readonly [string, Sending, string]>([
    ["to", { to: `0x${"cd".repeat(20)}` }, `0x${"cd".repeat(20)}`],
    ["value", { value: 6n }, "6"],
    ["data", { data: "0x1235" }, "0x1235"],
  ])(
    "error: what was sent has another %s, and that is said while it waits and when it is mined",
    async (field, sending, signed) => {
      const hash = await send(sending);
      const found = { type: "sentOther", hash, differences: [expect.objectContaining({ field, signed })] };
      expect(await look(hash)).toEqual({ events: [found], looks: NO_LOOKS });
      await rpc("anvil_mine", "0x1");
      expect(await look(hash)).toEqual({ events: [found], looks: NO_LOOKS });
    },
  );

  it("error: by another account, on another chain, at another number", async () => {
    const hash = await send();
    const { events } = await look(hash, { account: other, chainId: 1, nonce: nonce + 1 });
    expect(events).toEqual([
      expect.objectContaining({
        type: "sentOther",
        differences: ["signer", "chainId", "nonce"].map((field) => expect.objectContaining({ field })),
      }),
    ]);
  });

  it.each([
    ["repriced", {}],
    ["cancelled", { to: account.address, value: 0n, data: "0x" as Hex }],
    ["replaced", { value: 6n }],
  ])("behavior: %s", async (cause, sending) => {
    const hash = await send();
    const byHash = await send({ ...sending, fee: 2n * FEE });
    await rpc("anvil_mine", "0x1");
    const told = [
      { type: "replaced", byHash, cause },
      { type: "confirmationsCounted", hash: byHash, confirmations: 1 },
    ];
    expect((await look(hash)).events).toEqual(told);
    expect((await look(hash, { endedBy: byHash })).events).toEqual(told);
    await rpc("anvil_rollback", 1);
    expect((await look(hash, { endedBy: byHash })).events).toEqual([{ type: "reorganised" }]);
  });

  it("behavior: an earlier number that is nowhere is named", async () => {
    const hash = await send({ skipped: 2 });
    // Geth counts what waits without a gap; anvil counts up to the highest number it has.
    const geth = answering("eth_getTransactionCount", `0x${nonce.toString(16)}`);
    const { events } = await lookWith(geth, hash, { nonce: nonce + 2 });
    expect(events).toEqual([{ type: "delayed", hash, delay: { kind: "nonceGap", missing: nonce } }]);
    await rpc("anvil_dropTransaction", hash);
  });

  it("behavior: a minute of waiting is told, and a fee below the base fee at once", async () => {
    const hash = await send();
    expect((await look(hash, {}, { waited: 13 })).events).toEqual([idle(hash)]);
    expect((await look(hash, {}, { waited: 14 })).events).toEqual([
      { type: "delayed", hash, delay: { kind: "stuck" } },
    ]);
    // Anvil throws out what pays too little; other nodes keep it.
    const dear = await lookWith(
      answering("eth_getBlockByNumber", { baseFeePerGas: `0x${(FEE + 1n).toString(16)}` }),
      hash,
    );
    expect(dear.events).toEqual([{ type: "delayed", hash, delay: { kind: "feeTooLow" } }]);
    const fair = await lookWith(answering("eth_getBlockByNumber", { baseFeePerGas: `0x${FEE.toString(16)}` }), hash);
    expect(fair.events).toEqual([idle(hash)]);
  });

  it("behavior: while it is being cancelled it is not dropped; what was to cancel it is looked at too", async () => {
    const hash = await send();
    const cancelledBy = await send({ to: account.address, value: 0n, data: "0x", fee: 2n * FEE });
    expect((await look(hash, { cancelledBy }, { unseen: 14, waited: 14 })).events).toEqual([]);
    await rpc("anvil_mine", "0x1");
    expect((await look(hash, { cancelledBy })).events).toEqual([
      { type: "replaced", byHash: cancelledBy, cause: "cancelled" },
      { type: "confirmationsCounted", hash: cancelledBy, confirmations: 1 },
    ]);
  });

  it("behavior: a cancellation that no node ever knew cancels nothing, and waiting is told again", async () => {
    const hash = await send();
    const cancelledBy: Hex = `0x${"99".repeat(32)}`;
    const cancelling = { type: "delayed", hash, delay: { kind: "cancelling", byHash: cancelledBy } };
    expect((await look(hash, { cancelledBy }, { unseen: 13, waited: 13 })).events).toEqual([cancelling]);
    const { events } = await look(hash, { cancelledBy }, { unseen: 14, waited: 14 });
    expect(events).toEqual([{ type: "delayed", hash, delay: { kind: "stuck" } }]);
  });

  it("error: a receipt without its transaction is not believed, however often it is shown", async () => {
    const hash = await send();
    await rpc("anvil_mine", "0x3");
    const { events } = await lookWith(answering("eth_getTransactionByHash", null), hash);
    expect(events).toEqual([]);
    expect((await look(hash)).events).toHaveLength(2);
  });

  it("error: a cancellation that sends something is reported", async () => {
    const hash = await send();
    const cancelledBy = await send({ value: 7n, data: "0x", fee: 2n * FEE });
    expect((await look(hash, { cancelledBy })).events).toEqual([
      expect.objectContaining({ type: "sentOther", hash: cancelledBy }),
    ]);
  });

  it("behavior: a transaction without trace is dropped after a while, not at once", async () => {
    const hash = await send();
    await rpc("anvil_dropTransaction", hash);
    expect(await look(hash, {}, { unseen: 3 })).toEqual({ events: [], looks: { unseen: 4, waited: 0 } });
    expect((await look(hash, {}, { unseen: 14 })).events).toEqual([{ type: "dropped" }]);
  });

  it("behavior: a reorganisation takes the receipt away", async () => {
    const hash = await send();
    await rpc("anvil_mine", "0x1");
    await rpc("anvil_rollback", 1);
    // A node that has not come to the block cannot know that it is gone.
    expect((await look(hash, { includedIn: sinceBlock + 1n })).events).toEqual([]);
    await rpc("anvil_dropTransaction", hash);
    await rpc("anvil_mine", "0x1");
    expect((await look(hash, { includedIn: sinceBlock + 1n })).events).toEqual([{ type: "reorganised" }]);
  });
});

describe("observe", () => {
  const unclear = () => ({ account: account.address, nonce, call, knownHashes: [], sinceBlock });

  it("default: nothing was sent", async () => {
    expect(await observe(client, unclear())).toEqual({ kind: "nonceUnused" });
  });

  it("behavior: found while it waits, and when it is mined", async () => {
    const hash = await send();
    expect(await observe(client, unclear())).toEqual({ kind: "found", hash });
    await rpc("anvil_mine", "0x1");
    expect(await observe(client, unclear())).toEqual({ kind: "found", hash });
  });

  it.each([
    ["with a few counts", false, 30],
    ["block by block where old counts are refused", true, 130],
  ])("behavior: found many blocks later, %s", async (_, isForgetful, most) => {
    await rpc("anvil_mine", "0x14");
    const hash = await send();
    await rpc("anvil_mine", "0x64");
    let asked = 0;
    const counted = through(async (wanted) => {
      asked += 1;
      if (isForgetful && wanted.method === "eth_getTransactionCount" && wanted.params?.[1] !== "latest") {
        const error = { code: -32_000, message: "missing trie node" };
        throw new RpcRequestError({ body: wanted, error, url: anvil.rpcUrl });
      }
      return client.request(wanted as never);
    });
    expect(await observe(counted, unclear())).toEqual({ kind: "found", hash });
    expect(asked).toBeLessThan(most);
  });

  it("behavior: the nonce went elsewhere", async () => {
    await send({ value: 9n });
    await rpc("anvil_mine", "0x1");
    expect(await observe(client, unclear())).toBeNull();
    await rpc("anvil_mine", "0x1");
    expect(await observe(client, unclear())).toEqual({ kind: "nonceUsedByOther" });
  });
});
