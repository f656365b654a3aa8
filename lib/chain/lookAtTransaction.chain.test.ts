import { createClient, type Hex, http, RpcRequestError } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { sendTransaction } from "viem/actions";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Anvil, startAnvil } from "@/devnet/processes/anvil";
import { freePort } from "@/devnet/processes/freePort";
import type { Call } from "@/lib/transaction/Call";
import type { ChainClient } from "./createChainClient";
import { type Followed, lookAtTransaction } from "./lookAtTransaction";
import { observe } from "./observe";
import { transactionCount } from "./transactionCount";

const account = mnemonicToAccount("test test test test test test test test test test test junk", { addressIndex: 3 });
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

type Sending = { readonly to?: `0x${string}`; readonly value?: bigint; readonly data?: Hex; readonly fee?: bigint };

function send({ to = other, value = 5n, data = "0x1234", fee = FEE }: Sending = {}): Promise<Hex> {
  const fees = { maxFeePerGas: fee, maxPriorityFeePerGas: fee, gas: 60_000n };
  return sendTransaction(client, { account, to, value, data, nonce, chain: client.chain, ...fees });
}

function look(hash: Hex, more: Partial<Followed> = {}, unseen = 0) {
  const followed = {
    hash,
    account: account.address,
    chainId: 31_337,
    nonce,
    call,
    sinceBlock,
    includedIn: null,
    ...more,
  };
  return lookAtTransaction(client, followed, unseen);
}

describe("lookAtTransaction", () => {
  it("default: waiting says nothing; mined says where, and how deep", async () => {
    const hash = await send();
    expect(await look(hash)).toEqual({ events: [], unseen: 0 });
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
      expect(await look(hash)).toEqual({ events: [found], unseen: 0 });
      await rpc("anvil_mine", "0x1");
      expect(await look(hash)).toEqual({ events: [found], unseen: 0 });
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
    expect((await look(hash)).events).toEqual([{ type: "replaced", byHash, cause }]);
  });

  it("behavior: a transaction without trace is dropped after a while, not at once", async () => {
    const hash = await send();
    await rpc("anvil_dropTransaction", hash);
    expect(await look(hash, {}, 3)).toEqual({ events: [], unseen: 4 });
    expect((await look(hash, {}, 14)).events).toEqual([{ type: "dropped" }]);
  });

  it("behavior: a reorganisation takes the receipt away", async () => {
    const hash = await send();
    await rpc("anvil_mine", "0x1");
    await rpc("anvil_rollback", 1);
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
    const request = async (wanted: { readonly method: string; readonly params?: readonly unknown[] }) => {
      asked += 1;
      if (isForgetful && wanted.method === "eth_getTransactionCount" && wanted.params?.[1] !== "latest") {
        const error = { code: -32_000, message: "missing trie node" };
        throw new RpcRequestError({ body: wanted, error, url: anvil.rpcUrl });
      }
      return client.request(wanted as never);
    };
    const counted = { ...client, request } as unknown as ChainClient;
    expect(await observe(counted, unclear())).toEqual({ kind: "found", hash });
    expect(asked).toBeLessThan(most);
  });

  it("behavior: the nonce went elsewhere", async () => {
    await send({ value: 9n });
    await rpc("anvil_mine", "0x1");
    expect(await observe(client, unclear())).toEqual({ kind: "nonceUsedByOther" });
  });
});
