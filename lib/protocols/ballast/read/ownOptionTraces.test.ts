import { encodeAbiParameters, encodeEventTopics, numberToHex } from "viem";
import { expect, test } from "vitest";
import { clearinghouseAbi } from "@/contracts-abi/Clearinghouse";
import type { ChainClient } from "@/lib/chain/createChainClient";
import type { Deployment } from "@/lib/config/Deployment";
import { OWNER, putVault } from "@/lib/vault/vaultFixture";
import { readOwnOptionTraces } from "./ownOptionTraces";

const { clearinghouse, quoteBook } = putVault().contracts;
const SENDER = `0x${"5e".repeat(20)}` as const;

/** What a node keeps of transfers to the owner, in their order: ids and amounts. */
function received(...transfers: readonly (readonly [bigint, bigint])[]) {
  return transfers.map(([id, amount], index) => ({
    address: clearinghouse,
    topics: encodeEventTopics({
      abi: clearinghouseAbi,
      eventName: "Transfer",
      args: { sender: SENDER, receiver: OWNER, id },
    }),
    data: encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [SENDER, amount]),
    ...{ blockNumber: "0x1", logIndex: numberToHex(index), transactionHash: `0x${"00".repeat(32)}` },
  }));
}

function tracesOf(logs: ReturnType<typeof received>) {
  const request = async ({ params }: { readonly params: readonly [{ readonly topics: readonly unknown[] }] }) =>
    params[0].topics.length === 3 ? logs : [];
  const deployment = { addresses: { clearinghouse, quoteBook } } as Deployment;
  const range = { account: OWNER, fromBlock: 0n, toBlock: 1n };
  return readOwnOptionTraces({ request } as unknown as ChainClient, deployment, range);
}

test("default: each series once, the largest transfer first", async () => {
  const logs = received([7n, 5n], [8n, 10n ** 18n], [7n, 3n], [9n, 20n]);
  expect(await tracesOf(logs)).toEqual({ seriesIds: [8n, 9n, 7n], sales: [], leftOut: 0 });
});

test("behavior: transfers of nothing say nothing", async () => {
  expect(await tracesOf(received([1n, 0n], [7n, 5n], [2n, 0n], [7n, 0n]))).toMatchObject({ seriesIds: [7n] });
});

test("error: beyond the bound the smallest are left out, and their number is told", async () => {
  const dust = Array.from({ length: 5_001 }, (_, index) => [BigInt(index), 1n] as const);
  const { seriesIds, leftOut } = await tracesOf(received([10_000n, 10n ** 18n], ...dust));
  expect(seriesIds[0]).toBe(10_000n);
  expect(seriesIds).toHaveLength(5_000);
  expect(leftOut).toBe(2);
});
