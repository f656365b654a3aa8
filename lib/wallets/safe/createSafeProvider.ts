import {
  type Address,
  type Hex,
  isHex,
  numberToHex,
  UnknownBundleIdError,
  UnsupportedChainIdError,
  UnsupportedProviderMethodError,
  UserRejectedRequestError,
} from "viem";
import { WalletAccountChangedError, WalletFailedError } from "@/lib/errors/walletErrors";
import { parseSafeTransaction, parseSentHash, type SafeTransactionAnswer } from "./parseSafeAnswers";
import type { SafeAccount, SafeApp, SafeCall } from "./SafeApp";

/** The Safe as an EIP-1193 provider. */
export type SafeProvider = { readonly request: (asked: { method: string; params?: unknown }) => Promise<unknown> };

/** What a Safe's page answers when the person closes its window without signing. */
const REJECTED = "Transaction was rejected";
const STATUS = { open: 100, executed: 200, cancelled: 400, failed: 500 } as const;

/**
 * A Safe takes calls together, as one of its own transactions, and nothing else: no single transaction, because what it answers is
 * the Safe's hash and not a transaction's, and no signature, because it has no key. The Safe's hash is the batch's name (EIP-5792).
 */
export function createSafeProvider(app: SafeApp, account: SafeAccount): SafeProvider {
  const chainId = numberToHex(account.chainId);
  return {
    request: async ({ method, params }) => {
      const [first] = Array.isArray(params) ? (params as readonly unknown[]) : [];
      switch (method) {
        case "eth_accounts":
        case "eth_requestAccounts":
          return [account.address];
        case "eth_chainId":
          return chainId;
        case "wallet_getCapabilities":
          return { [chainId]: { atomic: { status: "supported" } } };
        case "wallet_sendCalls":
          return { id: await send(app, account, first as AskedCalls) };
        case "wallet_getCallsStatus":
          return status(app, account, first);
        default:
          throw new UnsupportedProviderMethodError(new TypeError(`A Safe does not answer ${method}.`), { method });
      }
    },
  };
}

type AskedCalls = {
  readonly from?: Address;
  readonly chainId?: Hex;
  readonly calls: readonly { readonly to?: Address; readonly data?: Hex; readonly value?: Hex }[];
};

async function send(app: SafeApp, account: SafeAccount, asked: AskedCalls): Promise<Hex> {
  if (asked.from?.toLowerCase() !== account.address.toLowerCase()) {
    throw new WalletAccountChangedError(asked.from ?? "0x", account.address);
  }
  if (Number(asked.chainId) !== account.chainId) {
    throw new UnsupportedChainIdError(new RangeError(`The Safe is on chain ${account.chainId}.`));
  }
  const sent = await app.send(asked.calls.map(callOf)).catch((cause: unknown) => {
    if (cause instanceof Error && cause.message === REJECTED) throw new UserRejectedRequestError(cause);
    throw cause;
  });
  const safeTxHash = parseSentHash(sent);
  if (safeTxHash === null) throw new WalletFailedError(null);
  return safeTxHash;
}

function callOf({ to, data = "0x", value = "0x0" }: AskedCalls["calls"][number]): SafeCall {
  if (to === undefined) throw new TypeError("A call without a target is none of ours.");
  return { to, data, value: BigInt(value).toString() };
}

/** As EIP-5792 lays it out; what only a Safe has stands under `capabilities.safe`. Throws where the Safe's page knows nothing yet. */
async function status(app: SafeApp, account: SafeAccount, id: unknown) {
  if (!isHex(id) || id.length !== 66) {
    throw new UnknownBundleIdError(new RangeError("A Safe names its transactions by their hash."));
  }
  const found = parseSafeTransaction(await app.transaction(id), { account, safeTxHash: id });
  if (found === null) throw new WalletFailedError(null);
  const { stage, standing } = found;
  return {
    version: "2.0.0",
    id,
    chainId: numberToHex(account.chainId),
    status: STATUS[stage],
    atomic: true,
    receipts: receiptsOf(found),
    capabilities: { safe: standing },
  };
}

/** Where it was executed; the page reads the rest from its own nodes. */
function receiptsOf({ stage, hash }: SafeTransactionAnswer) {
  return hash === null || stage === "open" || stage === "cancelled" ? [] : [{ transactionHash: hash }];
}
