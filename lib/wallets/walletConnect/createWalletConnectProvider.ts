import { type Address, isAddress, isAddressEqual, numberToHex, ProviderRpcError } from "viem";
import { BallastError } from "@/lib/errors/BallastError";
import { fieldsOf } from "@/lib/untrusted/fieldsOf";
import { hexFieldsOf } from "../hexFieldsOf";

/** An EIP-1193 request. */
export type WalletConnectRequest = { readonly method: string; readonly params?: readonly unknown[] | undefined };

/** A wallet behind WalletConnect as an EIP-1193 provider. */
export type WalletConnectProvider = { readonly request: (request: WalletConnectRequest) => Promise<unknown> };

/** The session as it is now. */
export type ConnectedPhone = {
  readonly chainId: number;
  /** On this chain; the one in use first. */
  readonly accounts: readonly Address[];
  /** The chains that the wallet shares accounts of. */
  readonly chainIds: readonly number[];
  readonly methods: readonly string[];
  /** Puts it to the wallet, on this chain. */
  readonly ask: (method: string, params: readonly unknown[]) => Promise<unknown>;
};

type Setting = {
  /** Null: no wallet is connected. */
  readonly phone: () => ConnectedPhone | null;
  readonly switchChain: (chainId: number) => void;
};

type Method = (parameters: readonly unknown[], phone: ConnectedPhone, setting: Setting) => Promise<unknown>;

/**
 * What a wallet behind WalletConnect is asked by this app, and nothing else: whatever is not listed is refused here (4200), eth_sign and everything
 * else that would sign what nobody can read among it. What it answers goes the way of every other wallet's answer.
 */
const METHODS: Readonly<Record<string, Method>> = {
  eth_accounts: async (_, { accounts }) => accounts,
  eth_chainId: async (_, { chainId }) => numberToHex(chainId),
  eth_sendTransaction: async ([transaction], phone) => {
    const fields = hexFieldsOf(transaction);
    expectAccount(fields.from, phone);
    if (fields.to === undefined || "authorizationList" in fields) throw failure(INVALID, "Only calls are signed.");
    return ask(phone, "eth_sendTransaction", [transaction]);
  },
  eth_signTypedData_v4: async ([from, typedData], phone) => {
    expectAccount(from, phone);
    return ask(phone, "eth_signTypedData_v4", [from, typedData]);
  },
  wallet_getCapabilities: (params, phone) => ask(phone, "wallet_getCapabilities", params),
  wallet_sendCalls: async ([batch], phone) => {
    expectAccount(fieldsOf(batch).from, phone);
    return ask(phone, "wallet_sendCalls", [batch]);
  },
  wallet_getCallsStatus: (params, phone) => ask(phone, "wallet_getCallsStatus", params),
  wallet_switchEthereumChain: async ([wanted], phone, { switchChain }) => {
    const { chainId } = hexFieldsOf(wanted);
    const id = Number(chainId);
    if (!phone.chainIds.includes(id)) await ask(phone, "wallet_switchEthereumChain", [{ chainId }]);
    switchChain(id);
    return null;
  },
};

/** EIP-1193's and JSON-RPC's codes. */
const REJECTED = 4001;
const UNAUTHORIZED = 4100;
const UNSUPPORTED = 4200;
const DISCONNECTED = 4900;
const INVALID = -32602;
const INTERNAL = -32603;

/** WalletConnect's codes for a person's no, and for a session that is over. */
const CODES: Readonly<Record<number, number>> = {
  5000: REJECTED,
  5001: UNSUPPORTED,
  5002: UNSUPPORTED,
  6000: DISCONNECTED,
};

/** The provider. A failure of the line keeps its class as `cause`, under EIP-1193's code. */
export function createWalletConnectProvider(setting: Setting): WalletConnectProvider {
  return {
    request: async ({ method, params = [] }) => {
      const answer = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
      if (answer === undefined) throw failure(UNSUPPORTED, "A wallet on a phone is not asked for this.");
      const phone = setting.phone();
      if (phone === null) throw failure(DISCONNECTED, "No wallet is connected.");
      return answer(params, phone, setting);
    },
  };
}

async function ask(phone: ConnectedPhone, method: string, params: readonly unknown[]): Promise<unknown> {
  if (!phone.methods.includes(method)) throw failure(UNSUPPORTED, `The wallet did not agree to ${method}.`);
  try {
    return await phone.ask(method, params);
  } catch (thrown) {
    throw coded(thrown);
  }
}

/** Wallets answer with bare objects, and some with codes of WalletConnect's own. */
function coded(thrown: unknown): Error {
  if (thrown instanceof BallastError) {
    return new ProviderRpcError(thrown, { code: DISCONNECTED, shortMessage: thrown.message });
  }
  const { code, message } = fieldsOf(thrown);
  const known = typeof code === "number" && Number.isSafeInteger(code) ? (CODES[code] ?? code) : INTERNAL;
  return failure(known, String(message ?? "").slice(0, 200));
}

function failure(code: number, shortMessage: string): Error {
  return new ProviderRpcError(new RangeError(shortMessage), { code, shortMessage });
}

function expectAccount(from: unknown, { accounts }: ConnectedPhone): void {
  const isShared =
    typeof from === "string" &&
    isAddress(from, { strict: false }) &&
    accounts.some((account) => isAddressEqual(account, from));
  if (!isShared) throw failure(UNAUTHORIZED, "The wallet is connected with another account.");
}
