import { QueryClient, skipToken } from "@tanstack/react-query";
import { createClient, custom } from "viem";
import { expect, it } from "vitest";
import type { WalletClient } from "@/lib/chain/WalletClient";
import { ACCOUNT, STRANGER } from "@/lib/transaction/planFixture";
import { type AskedWallet, walletQueries } from "./walletQueries";

const ASKED: AskedWallet = { name: "Test Wallet", account: ACCOUNT, chainId: 31_337 };

/** A wallet that promises batches for one chain. */
function promisingFor(chainId: `0x${string}`): () => Promise<WalletClient> {
  const request = async () => ({ [chainId]: { atomic: { status: "supported" } } });
  const client = createClient({ account: ACCOUNT, transport: custom({ request }) });
  return async () => client as WalletClient;
}

it.each([
  ["0x7a69", true],
  ["0x1", false],
] as const)("default: what a wallet promises for %s, asked for the chain of the app", async (chainId, isPromised) => {
  const found = await new QueryClient().fetchQuery(walletQueries.batches(ASKED, promisingFor(chainId)));
  expect(found).toBe(isPromised);
});

it("behavior: keyed by wallet, account and chain; without a wallet nothing is asked", () => {
  const wallet = promisingFor("0x1");
  const keyOf = (asked: AskedWallet) => JSON.stringify(walletQueries.batches(asked, wallet).queryKey);
  const others = [{ name: "Another" }, { account: STRANGER }, { chainId: 1 }];
  for (const other of others) expect(keyOf({ ...ASKED, ...other })).not.toBe(keyOf(ASKED));
  expect(walletQueries.batches(null, wallet).queryFn).toBe(skipToken);
});
