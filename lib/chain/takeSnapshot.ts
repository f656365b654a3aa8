import { type Address, decodeFunctionResult, encodeFunctionData, type Hex } from "viem";
import { GarbledAnswerError, WrongChainNodeError } from "@/lib/errors/chainErrors";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { ContractRead } from "./ContractRead";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import { multicall3Abi } from "./multicall3Abi";
import { readKey } from "./readKey";

/** The block that a set of values was read at. */
export type PinnedBlock = { readonly number: bigint; readonly timestamp: UnixSeconds };

/** What one call of a multicall answered. */
export type Answer = { readonly success: boolean; readonly returnData: Hex };

/** One block and the answers of every call made at it. */
export type Snapshot = { readonly block: PinnedBlock; readonly answerOf: (read: ContractRead<unknown>) => Answer };

const HEADER = ["getBlockNumber", "getCurrentBlockTimestamp", "getChainId"] as const;

type Call = { readonly target: Address; readonly allowFailure: true; readonly callData: Hex };

/**
 * All reads at the newest block, or at the block given, in one `eth_call`. The multicall also names its own block and chain; a node of another
 * chain or an answer that does not fit fails the whole.
 */
export async function takeSnapshot(
  client: ChainClient,
  reads: ReadonlyMap<string, ContractRead<unknown>>,
  block: Hex | "latest" = "latest",
): Promise<Snapshot> {
  const multicall = client.chain.contracts?.multicall3 as { readonly address: Address };
  const keys = [...reads.keys()];
  const calls = [...HEADER.map((name) => headerCall(multicall.address, name)), ...[...reads.values()].map(callOf)];
  const answers = await aggregate(client, { to: multicall.address, block }, calls);
  const [number = 0n, timestamp = 0n, chainId = 0n] = HEADER.map((name, index) => headerValue(name, answers[index]));
  if (Number(chainId) !== client.chain.id) throw new WrongChainNodeError(client.chain.id, Number(chainId));
  const byKey = new Map(keys.map((key, index) => [key, answers[index + HEADER.length]]));
  return {
    block: { number, timestamp: unixSeconds(timestamp) },
    answerOf: (read) => byKey.get(readKey(read)) ?? { success: false, returnData: "0x" },
  };
}

function headerCall(target: Address, functionName: (typeof HEADER)[number]): Call {
  return { target, allowFailure: true, callData: encodeFunctionData({ abi: multicall3Abi, functionName }) };
}

function headerValue(functionName: (typeof HEADER)[number], answer: Answer | undefined): bigint {
  if (!answer?.success) throw new GarbledAnswerError(functionName);
  try {
    return decodeFunctionResult({ abi: multicall3Abi, functionName, data: answer.returnData });
  } catch (cause) {
    throw new GarbledAnswerError(functionName, { cause });
  }
}

function callOf(read: ContractRead<unknown>): Call {
  return { target: read.to, allowFailure: true, callData: read.calldata };
}

type Aggregation = { readonly to: Address; readonly block: Hex | "latest" };

async function aggregate(
  client: ChainClient,
  { to, block }: Aggregation,
  calls: readonly Call[],
): Promise<readonly Answer[]> {
  const data = encodeFunctionData({ abi: multicall3Abi, functionName: "aggregate3", args: [calls] });
  const answer = await client
    .request({ method: "eth_call", params: [{ to, data }, block] })
    .catch((cause: unknown) => Promise.reject(chainFailure(cause)));
  const answers = decodedAggregate(answer);
  if (answers.length !== calls.length) throw new GarbledAnswerError("aggregate3");
  return answers;
}

function decodedAggregate(data: unknown): readonly Answer[] {
  try {
    return decodeFunctionResult({ abi: multicall3Abi, functionName: "aggregate3", data: data as Hex });
  } catch (cause) {
    throw new GarbledAnswerError("aggregate3", { cause });
  }
}
