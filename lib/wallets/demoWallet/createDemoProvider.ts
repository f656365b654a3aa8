import { hexToBigInt, hexToString, isHex, ProviderRpcError, UserRejectedRequestError } from "viem";
import { type HDAccount, mnemonicToAccount } from "viem/accounts";
import { estimateGas, prepareTransactionRequest, sendRawTransaction } from "viem/actions";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { PUBLISHED_MNEMONIC } from "@/lib/config/publishedMnemonic";
import type { DemoRequest, DemoRequests } from "./demoRequests";

/** An EIP-1193 request. */
export type ProviderRequest = { readonly method: string; readonly params?: readonly unknown[] | undefined };

/** A wallet as an EIP-1193 provider. */
export type DemoProvider = { readonly request: (request: ProviderRequest) => Promise<unknown> };

type Setting = {
  readonly client: ChainClient;
  readonly requests: DemoRequests;
  /** Index of the account that is connected. */
  readonly accountIndex: () => number;
};

type WalletMethod = (parameters: readonly unknown[], account: HDAccount) => Promise<unknown>;

/**
 * A real wallet with keys that everybody knows: asks the person, signs in the browser, and sends to the app's own nodes.
 * Methods that need no key go to the node.
 */
export function createDemoProvider(setting: Setting): DemoProvider {
  const { client, requests } = setting;
  const methods: Readonly<Record<string, WalletMethod>> = {
    eth_accounts: async (_, account) => [account.address],
    eth_chainId: async () => `0x${client.chain.id.toString(16)}`,
    personal_sign: async ([message], account) => {
      await confirmed(requests, { kind: "signMessage", text: isHex(message) ? hexToString(message) : String(message) });
      return account.signMessage({ message: isHex(message) ? { raw: message } : String(message) });
    },
    eth_signTypedData_v4: async ([, text], account) => {
      const { domain, types, primaryType, message } = JSON.parse(String(text));
      await confirmed(requests, { kind: "signTypedData", primaryType, message });
      const { EIP712Domain: _domainType, ...ownTypes } = types;
      return account.signTypedData({ domain, types: ownTypes, primaryType, message });
    },
    eth_sendTransaction: ([transaction], account) => sendTransaction(setting, account, asFields(transaction)),
    wallet_switchEthereumChain: async ([wanted]) => {
      if (Number(asFields(wanted).chainId) === client.chain.id) return null;
      throw new ProviderRpcError(new Error("unknown chain"), {
        code: 4902,
        shortMessage: "The demo wallet knows no other chain.",
      });
    },
  };
  return {
    request: async ({ method, params = [] }) => {
      const own = methods[method];
      if (own) return own(params, accountAt(setting.accountIndex()));
      return client.request({ method, params } as never);
    },
  };
}

const accounts = new Map<number, HDAccount>();

/** Derived once: it holds the page's thread for a tenth of a second. */
function accountAt(index: number): HDAccount {
  const account = accounts.get(index) ?? mnemonicToAccount(PUBLISHED_MNEMONIC, { addressIndex: index });
  accounts.set(index, account);
  return account;
}

type TransactionFields = Readonly<Record<string, `0x${string}` | undefined>>;

function asFields(value: unknown): TransactionFields {
  return (typeof value === "object" && value !== null ? value : {}) as TransactionFields;
}

/** As a wallet does: what the page left open (nonce, gas, fees) is filled in, shown, signed and sent. */
async function sendTransaction(
  { client, requests }: Setting,
  account: HDAccount,
  fields: TransactionFields,
): Promise<string> {
  const { to, data = "0x", value = "0x0", nonce, gas } = fields;
  const call = { account, to, data, value: hexToBigInt(value) } as const;
  await confirmed(requests, { kind: "sendTransaction", to: to ?? "", value: call.value, calldata: data });
  const request = await prepareTransactionRequest(client, {
    ...call,
    chain: client.chain,
    gas: gas ? hexToBigInt(gas) : await estimateGas(client, call),
    ...(nonce ? { nonce: Number(nonce) } : {}),
  });
  const serializedTransaction = await account.signTransaction({ ...request, chainId: client.chain.id } as never);
  return sendRawTransaction(client, { serializedTransaction });
}

async function confirmed(requests: DemoRequests, request: DemoRequest): Promise<void> {
  if ((await requests.ask(request)) === null)
    throw new UserRejectedRequestError(new Error("rejected in the demo wallet"));
}
