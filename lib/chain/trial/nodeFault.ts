import { BaseError, HttpRequestError } from "viem";
import {
  ContractRevertedError,
  GarbledAnswerError,
  RpcRateLimitedError,
  RpcRefusedError,
  RpcUnreachableError,
  WrongChainNodeError,
} from "@/lib/errors/chainErrors";
import type { NodeFault } from "@/lib/transaction/NodeTrial";
import { chainFailure } from "../chainFailure";

/** How long a server may take to show that it is there. */
const KNOCK_MILLISECONDS = 5_000;

/** What a question to a node ended in. Where nothing came back, it is found out whether anybody is there at all. */
export async function nodeFault(thrown: unknown, url: string): Promise<NodeFault> {
  const failure = thrown instanceof SyntaxError ? new GarbledAnswerError("JSON-RPC") : chainFailure(thrown);
  if (failure instanceof RpcRateLimitedError) return { kind: "rateLimited" };
  if (failure instanceof GarbledAnswerError) return { kind: "noSense" };
  if (failure instanceof WrongChainNodeError) {
    return { kind: "wrongChain", expected: failure.expectedChainId, found: failure.actualChainId };
  }
  if (failure instanceof RpcRefusedError) return { kind: "refused", rpcCode: failure.rpcCode };
  if (failure instanceof ContractRevertedError) return { kind: "noCalls" };
  if (!(failure instanceof RpcUnreachableError)) return { kind: "unreachable" };
  if (failure.waitedSeconds !== null) return { kind: "silent", seconds: failure.waitedSeconds };
  const status = statusOf(thrown);
  if (status !== undefined) return { kind: "status", status };
  return { kind: (await isSomebodyThere(url)) ? "refusesPages" : "unreachable" };
}

function statusOf(thrown: unknown): number | undefined {
  if (!(thrown instanceof BaseError)) return undefined;
  const http = thrown.walk((cause) => cause instanceof HttpRequestError) as HttpRequestError | null;
  return http?.status;
}

/** A browser tells a page nothing of an answer that it may not read, but that there was one, to who asks to read nothing. */
async function isSomebodyThere(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(KNOCK_MILLISECONDS);
  const body = '{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}';
  return fetch(url, { method: "POST", mode: "no-cors", body, signal }).then(
    () => true,
    () => false,
  );
}
