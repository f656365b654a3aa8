import { type Address, decodeFunctionData, decodeFunctionResult, encodeFunctionResult, type Hex, size } from "viem";
import { multicall3Abi } from "@/lib/chain/multicall3Abi";
import type { NodeFault } from "./NodeFault";

/** One JSON-RPC question. */
export type RpcQuestion = { readonly id: unknown; readonly method: string; readonly params?: readonly unknown[] };

/** One JSON-RPC answer. */
export type RpcAnswer = {
  readonly jsonrpc: string;
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
};

/** What a node makes of a true result. */
export type Falsifier = (question: RpcQuestion, result: unknown) => unknown;

/** Calls by their first four bytes, alone or within a multicall. */
const SELECTORS = {
  balanceOf: "0x70a08231",
  getEthBalance: "0x4d2301cc",
  allowance: "0xdd62ed3e",
  getChainId: "0x3408e470",
} as const;

const AGGREGATE = "0x82ad56cb";
const OTHER_CHAIN = 1n;

const FALSIFIERS: Partial<Record<NodeFault, Falsifier>> = {
  wrongChainId: (question, result) =>
    question.method === "eth_chainId" ? "0x1" : withCalls(question, result, [SELECTORS.getChainId], () => OTHER_CHAIN),
  wrongBalance: (question, result) =>
    withCalls(question, result, [SELECTORS.balanceOf, SELECTORS.getEthBalance], (balance) => 3n * balance + 1n),
  wrongAllowance: (question, result) => withCalls(question, result, [SELECTORS.allowance], () => 2n ** 200n),
  missingLogs: ({ method }, result) =>
    method === "eth_getLogs" && Array.isArray(result) ? result.filter((_, index) => index % 5 !== 4) : result,
  wrongCode: (question, result) => (asksForCode(question) ? otherLastByte(String(result)) : result),
};

/** What the node says instead of what is true. */
export function falsified(fault: NodeFault, question: RpcQuestion, answer: RpcAnswer): RpcAnswer {
  const falsify = FALSIFIERS[fault];
  return falsify === undefined || answer.result === undefined
    ? answer
    : { ...answer, result: falsify(question, answer.result) };
}

function callOf({ method, params = [] }: RpcQuestion): { readonly to?: Address; readonly data?: Hex } | null {
  const [call] = params;
  return method === "eth_call" && typeof call === "object" && call !== null ? call : null;
}

function asksForCode(question: RpcQuestion): boolean {
  const call = callOf(question);
  return question.method === "eth_getCode" || (call !== null && call.to === undefined);
}

function otherLastByte(bytes: string): string {
  return `${bytes.slice(0, -2)}${bytes.endsWith("ab") ? "cd" : "ab"}`;
}

/** Changes the one word that calls of these selectors answer, wherever in the question they stand. */
export function withCalls(
  question: RpcQuestion,
  result: unknown,
  selectors: readonly string[],
  change: (value: bigint) => bigint,
): unknown {
  const data = callOf(question)?.data;
  if (data === undefined || typeof result !== "string") return result;
  const isMeant = (calldata: Hex) => selectors.includes(calldata.slice(0, 10));
  if (isMeant(data)) return changedWord(result as Hex, change);
  if (!data.startsWith(AGGREGATE)) return result;
  const { args } = decodeFunctionData({ abi: multicall3Abi, data });
  const calls = (args?.[0] ?? []) as readonly { readonly callData: Hex }[];
  const answers = decodeFunctionResult({ abi: multicall3Abi, functionName: "aggregate3", data: result as Hex });
  const changed = answers.map((answer, index) =>
    isMeant(calls[index]?.callData ?? "0x")
      ? { ...answer, returnData: changedWord(answer.returnData, change) }
      : answer,
  );
  return encodeFunctionResult({ abi: multicall3Abi, functionName: "aggregate3", result: changed });
}

function changedWord(word: Hex, change: (value: bigint) => bigint): Hex {
  return size(word) === 32 ? `0x${change(BigInt(word)).toString(16).padStart(64, "0")}` : word;
}
