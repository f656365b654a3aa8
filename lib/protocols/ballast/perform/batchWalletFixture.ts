import { createClient, custom, type Hex, toHex } from "viem";
import type { LocalAccount } from "viem/accounts";
import { sendTransaction, signTypedData } from "viem/actions";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { chainTransport } from "@/lib/chain/createChainClient";
import type { WalletClient } from "@/lib/chain/WalletClient";

/** What `wallet_sendCalls` is asked. */
export type Sent = {
  readonly id: string;
  readonly calls: readonly { readonly to: Hex; readonly data?: Hex; readonly value?: Hex }[];
  readonly atomicRequired: boolean;
};

/** Whose wallet it is, and what it does with a batch; the rest it does as it should, but for what is named. */
export type Ways = {
  readonly account: LocalAccount;
  readonly sendCalls: (sent: Sent) => Promise<unknown>;
  readonly status: (id: string) => Promise<unknown>;
  readonly capabilities?: unknown;
  readonly typedData?: () => Promise<never>;
};

/** A wallet that sends calls as one, and everything that it was asked for. */
export function walletWith(
  { client: { chain }, deployment }: ChainSource,
  ways: Ways,
): { readonly wallet: WalletClient; readonly asked: readonly string[] } {
  const { account, sendCalls, status } = ways;
  const local = createClient({ account, chain, transport: chainTransport(deployment.rpcUrls) });
  const asked: string[] = [];
  const request = async ({ method, params }: { readonly method: string; readonly params?: unknown }) => {
    const [first] = (params ?? []) as readonly unknown[];
    asked.push(method);
    if (method === "eth_accounts") return [account.address];
    if (method === "wallet_getCapabilities")
      return ways.capabilities ?? { [toHex(chain.id)]: { atomic: { status: "supported" } } };
    if (method === "wallet_sendCalls") return sendCalls(first as Sent);
    if (method === "wallet_getCallsStatus") return status(String(first));
    if (method === "eth_signTypedData_v4" && ways.typedData) return ways.typedData();
    if (method === "eth_signTypedData_v4") {
      return signTypedData(local, JSON.parse(String((params as readonly unknown[])[1])));
    }
    if (method !== "eth_sendTransaction") return local.request({ method, params } as never);
    const { to, data } = first as { readonly to: Hex; readonly data: Hex };
    return sendTransaction(local, { to, data });
  };
  const transport = custom({ request }, { retryCount: 0 });
  return { wallet: createClient({ account: account.address, chain, transport }) as WalletClient, asked };
}
