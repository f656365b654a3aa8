import {
  type Address,
  getAddress,
  type Hex,
  hexToBigInt,
  hexToNumber,
  isAddress,
  isAddressEqual,
  isHex,
  numberToHex,
  ProviderRpcError,
  stringToHex,
  type TransactionSerializableEIP1559,
} from "viem";
import { estimateGas, prepareTransactionRequest, sendRawTransaction } from "viem/actions";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { BallastError } from "@/lib/errors/BallastError";
import { fieldsOf } from "@/lib/untrusted/fieldsOf";
import { type HexFields, hexFieldsOf } from "../hexFieldsOf";
import type { LedgerAccount, LedgerSession } from "./LedgerSession";
import type { LedgerTypedData } from "./ledgerRequests";

/** An EIP-1193 request. */
export type LedgerProviderRequest = { readonly method: string; readonly params?: readonly unknown[] | undefined };

/** A Ledger as an EIP-1193 provider. */
export type LedgerProvider = { readonly request: (request: LedgerProviderRequest) => Promise<unknown> };

type Setting = {
  /** The session with the device: asked for when something is to be signed, and not to say that something is not. */
  readonly session: () => Promise<LedgerSession>;
  /** The chains that the app is set up for. */
  readonly clients: readonly ChainClient[];
  /** The chain that the wallet is on. */
  readonly chainId: () => number;
  readonly switchChain: (chainId: number) => void;
  /** The account that is connected; null: none. */
  readonly account: () => LedgerAccount | null;
};

type Method = (parameters: readonly unknown[], setting: Setting) => Promise<unknown>;

/**
 * What a Ledger does for this app, and nothing else: whatever is not listed is refused (4200), eth_sign and everything
 * else that would sign what nobody can read among it. A transaction is signed here and sent through the app's own nodes.
 */
const METHODS: Readonly<Record<string, Method>> = {
  eth_accounts: async (_, { account }) => {
    const connected = account();
    return connected === null ? [] : [connected.address];
  },
  eth_chainId: async (_, { chainId }) => numberToHex(chainId()),
  eth_sendTransaction: ([transaction], setting) => sendTransaction(hexFieldsOf(transaction), setting),
  personal_sign: async ([message, from], setting) => {
    const bytes = isHex(message) ? message : stringToHex(String(message));
    const account = expectAccount(from, setting);
    return (await setting.session()).signMessage(account, bytes);
  },
  eth_signTypedData_v4: async ([from, text], setting) => {
    const typedData = parseTypedData(text);
    const { chainId } = typedData.domain;
    if (chainId !== undefined && Number(chainId) !== setting.chainId())
      throw failure(INVALID, "The message is of another chain.");
    const account = expectAccount(from, setting);
    return (await setting.session()).signTypedData(account, typedData);
  },
  wallet_switchEthereumChain: async ([wanted], { clients, switchChain }) => {
    const { chainId } = hexFieldsOf(wanted);
    const client = clients.find((each) => chainId !== undefined && each.chain.id === Number(chainId));
    if (client === undefined) throw failure(UNKNOWN_CHAIN, "This page knows no such chain.");
    switchChain(client.chain.id);
    return null;
  },
};

/** EIP-1193's and JSON-RPC's codes. */
const REJECTED = 4001;
const UNAUTHORIZED = 4100;
const UNSUPPORTED = 4200;
const DISCONNECTED = 4900;
const UNKNOWN_CHAIN = 4902;
const INVALID = -32602;
const INTERNAL = -32603;

/** The provider. Failures of the device keep their class as `cause`, under EIP-1193's code. */
export function createLedgerProvider(setting: Setting): LedgerProvider {
  return {
    request: async ({ method, params = [] }) => {
      if (!Object.hasOwn(METHODS, method)) throw failure(UNSUPPORTED, "A Ledger is not asked for this.");
      try {
        return await METHODS[method]?.(params, setting);
      } catch (thrown) {
        throw thrown instanceof BallastError ? coded(thrown) : thrown;
      }
    },
  };
}

const CODES: Readonly<Record<string, number>> = {
  ledgerRejected: REJECTED,
  ledgerUnplugged: DISCONNECTED,
  ledgerLocked: DISCONNECTED,
  ledgerHeld: DISCONNECTED,
  ledgerOtherAccount: UNAUTHORIZED,
};

function coded(error: BallastError): Error {
  return new ProviderRpcError(error, { code: CODES[error.code] ?? INTERNAL, shortMessage: error.message });
}

function failure(code: number, shortMessage: string): Error {
  return new ProviderRpcError(new RangeError(shortMessage), { code, shortMessage });
}

function expectAccount(from: unknown, { account }: Setting): LedgerAccount {
  const connected = account();
  if (connected === null) throw failure(DISCONNECTED, "No Ledger is connected.");
  if (typeof from !== "string" || !isAddress(from, { strict: false }) || !isAddressEqual(from, connected.address)) {
    throw failure(UNAUTHORIZED, "The Ledger is connected with another account.");
  }
  return connected;
}

function parseTypedData(text: unknown): LedgerTypedData {
  try {
    const typedData: unknown = typeof text === "string" ? JSON.parse(text) : text;
    const { domain, types, primaryType, message } = fieldsOf(typedData) as Partial<LedgerTypedData>;
    if (domain && types && message && typeof primaryType === "string" && Object.hasOwn(types, primaryType)) {
      return { domain, types, primaryType, message };
    }
  } catch {
    // Text that is no JSON is no typed data either.
  }
  throw failure(INVALID, "This is no typed data.");
}

/** A person takes minutes over a device, and what a call costs may grow meanwhile. */
const withReserve = (gas: bigint) => (gas * 5n) / 4n;

/** What the page left open (nonce, gas, fees) is filled in; only calls are signed: no creation, no delegation of the account. */
async function sendTransaction(fields: HexFields, setting: Setting): Promise<Hex> {
  const account = expectAccount(fields.from, setting);
  const client = setting.clients.find(({ chain }) => chain.id === setting.chainId());
  if (client === undefined) throw failure(UNKNOWN_CHAIN, "This page knows no such chain.");
  if (fields.to === undefined || "authorizationList" in fields) throw failure(INVALID, "Only calls are signed.");
  if (fields.chainId !== undefined && Number(fields.chainId) !== client.chain.id) {
    throw failure(INVALID, "The transaction is for another chain.");
  }
  const transaction = await filled(client, account.address, fields);
  const serializedTransaction = await (await setting.session()).signTransaction(account, transaction);
  return sendRawTransaction(client, { serializedTransaction });
}

async function filled(
  client: ChainClient,
  account: Address,
  fields: HexFields,
): Promise<TransactionSerializableEIP1559> {
  const { to, data = "0x", value = "0x0", nonce, gas, maxFeePerGas, maxPriorityFeePerGas } = fields;
  const call = { account, to: getAddress(to ?? account), data, value: hexToBigInt(value) };
  const request = await prepareTransactionRequest(client, {
    ...call,
    type: "eip1559",
    parameters: ["fees", "nonce"],
    ...(nonce === undefined ? {} : { nonce: hexToNumber(nonce) }),
    ...(maxFeePerGas === undefined ? {} : { maxFeePerGas: hexToBigInt(maxFeePerGas) }),
    ...(maxPriorityFeePerGas === undefined ? {} : { maxPriorityFeePerGas: hexToBigInt(maxPriorityFeePerGas) }),
  });
  return {
    type: "eip1559",
    chainId: client.chain.id,
    to: call.to,
    data,
    value: call.value,
    nonce: request.nonce,
    gas: gas === undefined ? withReserve(await estimateGas(client, call)) : hexToBigInt(gas),
    maxFeePerGas: request.maxFeePerGas,
    maxPriorityFeePerGas: request.maxPriorityFeePerGas,
  };
}
