import { createClient, custom, type Hex, http, type TransactionRequest } from "viem";
import { sendTransaction } from "viem/actions";
import { localAccount } from "@/devnet/localAccount";
import type { ChainSource } from "@/lib/chain/ChainSource";
import type { WalletClient } from "@/lib/chain/WalletClient";
import type { Falsifier, RpcQuestion } from "../falsify";

export const victim = localAccount(1);
export const thief = localAccount(9);

/** What is told otherwise than it was shown. */
export type Field = "amount" | "receiver" | "spender" | "chain" | "nonce" | "target" | "data" | "deadline";
/** By whom: the wallet itself, what stands before it in the page, one node, or whatever answers the page's fetch. */
export type Origin = "wallet" | "provider" | "rpc" | "fetch";

/**
 * How it must end. `blocked`: before the wallet is asked for it. `signedOther`: the signature is thrown away, nothing is sent with it.
 * `walletFailed`: nothing was sent. `sentOther`: a wallet that sends by itself is reported at once.
 */
export type End = "blocked" | "signedOther" | "walletFailed" | "sentOther";

/** An EIP-1193 request, and typed data as it is put to a wallet. */
export type WalletRequest = { readonly method: string; readonly params: readonly unknown[] };
export type TypedData = {
  readonly domain: Record<string, unknown>;
  readonly message: Record<string, unknown>;
  readonly types: Record<string, readonly { readonly name: string; readonly type: string }[]>;
  readonly primaryType: string;
};
/** A transaction as a wallet is asked for it. */
export type Asked = { readonly to: Hex; readonly data: Hex; readonly value: bigint; readonly nonce: number };

/** What a wallet does instead of what it was asked. */
export type Lie = {
  readonly transaction?: (asked: Asked) => TransactionRequest;
  readonly typedData?: (asked: TypedData) => TypedData;
  readonly signer?: typeof thief;
  /** Signs the transaction so that it holds on every chain (before EIP-155). */
  readonly isOfNoChain?: (asked: Asked) => boolean;
};
/** What stands between page and wallet does to a request, and to its answer. */
export type Patch = {
  readonly request?: (request: WalletRequest) => WalletRequest;
  readonly answer?: (request: WalletRequest, result: unknown) => unknown;
};

/** Counts what a meddler really changed, so that a mutant that changes nothing is seen. */
export class Changes {
  count = 0;

  of<Value>(before: Value, after: Value): Value {
    if (spelled(before) !== spelled(after)) this.count += 1;
    return after;
  }
}

/** A wallet that says yes to everything and does what its lie says; with no lie it does as it is asked. Its node is its own. */
export function walletThat(
  source: ChainSource,
  rpcUrl: string,
  meddling: { lie?: Lie; patch?: Patch },
  changes: Changes,
) {
  const { lie = {}, patch = {} } = meddling;
  const { transaction = same, typedData = same, signer = victim } = lie;
  const { chain } = source.client;
  const node = http(rpcUrl)({ chain });
  const own = createClient({ account: signer, chain, transport: http(rpcUrl) });
  if (signer !== victim) changes.of(victim.address, signer.address);
  const wallet = async ({ method, params }: WalletRequest): Promise<unknown> => {
    if (method === "eth_accounts") return [victim.address];
    if (method === "eth_signTypedData_v4") {
      const asked = JSON.parse(String(params[1])) as TypedData;
      return signer.signTypedData(changes.of(asked, typedData(asked)) as never);
    }
    if (method !== "eth_sendTransaction") return node.request({ method, params } as never);
    const { to, data, value = "0x0", nonce } = params[0] as Record<"to" | "data" | "value" | "nonce", Hex>;
    const asked = { to, data, value: BigInt(value), nonce: Number(nonce) };
    if (lie.isOfNoChain?.(asked)) {
      const raw = await signer.signTransaction({
        ...asked,
        type: "legacy",
        gasPrice: 20n * 10n ** 9n,
        gas: 2_000_000n,
      });
      changes.count += 1;
      return node.request({ method: "eth_sendRawTransaction", params: [raw] });
    }
    const sent = { ...changes.of<TransactionRequest>(asked, transaction(asked)), gas: 2_000_000n };
    return sendTransaction(own, { ...sent, ...(signer === victim ? {} : { nonce: undefined }) } as never);
  };
  const { request: patched = same, answer = (_, result) => result } = patch;
  const request = async (asked: { readonly method: string; readonly params?: unknown }) => {
    const given = { method: asked.method, params: (asked.params ?? []) as readonly unknown[] };
    const result = await wallet(changes.of(given, patched(given)));
    return changes.of(result, answer(given, result));
  };
  const transport = custom({ request }, { retryCount: 0 });
  return createClient({ account: victim.address, chain, transport }) as WalletClient;
}

/** A falsifier that is counted. */
export function counted(falsifier: Falsifier, changes: Changes): Falsifier {
  return (question, result) => changes.of(result, falsifier(question, result));
}

/** Answers the page's own questions otherwise, whichever node they go to. Returns what puts fetch back. */
export function patchFetch(urls: readonly string[], falsifier: Falsifier): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (!urls.some((url) => String(input).startsWith(url))) return response;
    const questions = JSON.parse(String(init?.body)) as RpcQuestion | readonly RpcQuestion[];
    const answers = (await response.json()) as Answer | readonly Answer[];
    const change = (question: RpcQuestion | undefined, answer: Answer): Answer =>
      question && answer.result !== undefined ? { ...answer, result: falsifier(question, answer.result) } : answer;
    const changed = Array.isArray(answers)
      ? (answers as readonly Answer[]).map((answer, index) =>
          change((questions as readonly RpcQuestion[])[index], answer),
        )
      : change(questions as RpcQuestion, answers as Answer);
    return Response.json(changed);
  };
  return () => {
    globalThis.fetch = fetch;
  };
}

type Answer = { readonly result?: unknown };

function same<Value>(value: Value): Value {
  return value;
}

function spelled(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => (typeof inner === "bigint" ? `${inner}n` : inner)) ?? "";
}
