import { type Abi, encodeFunctionData, type Hex } from "viem";
import type { Address } from "@/lib/vault/Token";
import { DevnetError } from "../DevnetError";
import type { LocalChain } from "./LocalChain";

/** One call of a history step, from an account whose key the chain itself holds. */
export type StepCall = {
  readonly from: Address;
  /** Null creates a contract from `data`. */
  readonly to: Address | null;
  readonly data: Hex;
  readonly value?: bigint;
  /** For the sentence when it fails. */
  readonly label: string;
};

/** What became of a call. */
export type StepReceipt = { readonly contractAddress: Address | null };

/** How a step's block is made: `timestamp` fixes its time, otherwise it is the clock's. */
export type StepOptions = { readonly timestamp?: bigint };

/** 60 million: two weeks of hourly rounds of every feed fit into one call. */
export const CALL_GAS = "0x3938700";

/** A call of a contract's function as a step's call. */
export function contractCall(input: {
  readonly from: Address;
  readonly to: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly value?: bigint;
}): StepCall {
  const { from, to, abi, functionName, args, value = 0n } = input;
  return { from, to, value, label: functionName, data: encodeFunctionData({ abi, functionName, args }) };
}

/**
 * Sends all calls of a step with explicit nonces in one batch and mines one block for them. For a chain that does not
 * mine by itself: unwaited sends under automatic mining would land in other blocks, thus in other weeks.
 * Throws {@link DevnetError} with the contract's reason when one of them fails.
 */
export async function sendStep(
  chain: LocalChain,
  calls: readonly StepCall[],
  { timestamp }: StepOptions = {},
): Promise<readonly StepReceipt[]> {
  const nonces = await noncesOf(chain, calls);
  const hashes = await Promise.all(
    calls.map((call, index) =>
      chain.test.request<{ Method: "eth_sendTransaction"; Parameters: [unknown]; ReturnType: Hex }>({
        method: "eth_sendTransaction",
        params: [
          {
            from: call.from,
            ...(call.to === null ? {} : { to: call.to }),
            data: call.data,
            value: `0x${(call.value ?? 0n).toString(16)}`,
            gas: CALL_GAS,
            nonce: `0x${(nonces[index] ?? 0).toString(16)}`,
          },
        ],
      }),
    ),
  );
  await mineBlock(chain, timestamp);
  const receipts = await Promise.all(hashes.map((hash) => chain.read.getTransactionReceipt({ hash })));
  for (const [index, receipt] of receipts.entries()) {
    const call = calls[index];
    if (receipt.status !== "success" && call !== undefined) await explain(chain, call, receipt.blockNumber);
  }
  return receipts.map((receipt) => ({ contractAddress: receipt.contractAddress ?? null }));
}

/** Mines one block, at `timestamp` when given. */
export async function mineBlock(chain: LocalChain, timestamp?: bigint): Promise<void> {
  if (timestamp !== undefined) await chain.test.setNextBlockTimestamp({ timestamp });
  await chain.test.mine({ blocks: 1 });
}

async function noncesOf(chain: LocalChain, calls: readonly StepCall[]): Promise<readonly number[]> {
  const senders = [...new Set(calls.map((call) => call.from))];
  const counts = await Promise.all(senders.map((address) => chain.read.getTransactionCount({ address })));
  const next = new Map(senders.map((sender, index) => [sender, counts[index] ?? 0]));
  return calls.map(({ from }) => {
    const nonce = next.get(from) ?? 0;
    next.set(from, nonce + 1);
    return nonce;
  });
}

/** Repeats a failed call on the state before its block, so that the chain says why. */
async function explain(chain: LocalChain, call: StepCall, blockNumber: bigint): Promise<never> {
  const { from, to, data, value = 0n, label } = call;
  try {
    await chain.read.call({
      account: from,
      ...(to === null ? {} : { to }),
      data,
      value,
      blockNumber: blockNumber - 1n,
    });
  } catch (error) {
    throw new DevnetError(`${label} from ${from} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  throw new DevnetError(`${label} from ${from} failed in block ${blockNumber}, but passes on the block before it.`);
}
