import { type Hex, numberToHex } from "viem";
import type { BallastError } from "@/lib/errors/BallastError";
import {
  ContractRevertedError,
  type DecodedRevert,
  GarbledAnswerError,
  RpcRefusedError,
} from "@/lib/errors/chainErrors";
import { chainFailure, revertBytes } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import { decodeRevert } from "./decodeRevert";
import type { TransferMovement } from "./TransferMovement";
import { type SimulatedLog, transferMovements } from "./transferMovements";

/** A call to try, in the order given, each on what the one before left behind. */
export type TrialCall = { readonly to: `0x${string}`; readonly calldata: Hex; readonly value: bigint };

/** Calls of an account, and the block on whose state they are tried. */
export type CallTrial = {
  readonly account: `0x${string}`;
  readonly calls: readonly TrialCall[];
  readonly block: Hex | "latest";
};

/** What the calls would do at that block. */
export type Simulation =
  | {
      readonly ok: true;
      /** Null: the node cannot trace transfers (no eth_simulateV1); only that nothing reverts is known. */
      readonly movements: readonly TransferMovement[] | null;
      readonly gasUsed: bigint;
    }
  | { readonly ok: false; readonly revert: DecodedRevert };

/** Tries calls of an account without sending anything: eth_simulateV1, and on nodes without it eth_call of the first call alone. */
export async function simulateCalls(client: ChainClient, trial: CallTrial): Promise<Simulation> {
  try {
    return simulated(await requestSimulation(client, trial));
  } catch (cause) {
    const failure = cause instanceof GarbledAnswerError ? cause : chainFailure(cause);
    if (isUnknownMethod(failure)) return tryFirst(client, trial);
    throw failure;
  }
}

type SimulatedCall = {
  readonly status: Hex;
  readonly gasUsed: Hex;
  readonly returnData: Hex;
  readonly logs: readonly SimulatedLog[];
  readonly error?: { readonly data?: Hex };
};

async function requestSimulation(
  client: ChainClient,
  { account, calls, block }: CallTrial,
): Promise<readonly SimulatedCall[]> {
  const blockStateCalls = [
    {
      calls: calls.map(({ to, calldata, value }) => ({ from: account, to, data: calldata, value: numberToHex(value) })),
    },
  ];
  const blocks = (await client.request({
    method: "eth_simulateV1",
    params: [{ blockStateCalls, traceTransfers: true }, block],
  } as never)) as readonly { readonly calls?: readonly SimulatedCall[] }[] | null;
  const answered = blocks?.[0]?.calls;
  if (answered?.length !== calls.length) throw new GarbledAnswerError("eth_simulateV1");
  return answered;
}

function simulated(calls: readonly SimulatedCall[]): Simulation {
  const failed = calls.find(({ status }) => BigInt(status) !== 1n);
  if (failed) return { ok: false, revert: decodeRevert(failed.error?.data ?? failed.returnData) };
  return {
    ok: true,
    movements: transferMovements(calls.flatMap(({ logs }) => logs)),
    gasUsed: calls.reduce((sum, { gasUsed }) => sum + BigInt(gasUsed), 0n),
  };
}

/** -32601: method not found; -32600 and -32004 are how some nodes say it. */
function isUnknownMethod(failure: BallastError): boolean {
  return failure instanceof RpcRefusedError && [-32601, -32600, -32004].includes(failure.rpcCode ?? 0);
}

async function tryFirst(client: ChainClient, { account, calls, block }: CallTrial): Promise<Simulation> {
  const [first] = calls;
  if (!first) return { ok: true, movements: null, gasUsed: 0n };
  const call = { from: account, to: first.to, data: first.calldata, value: numberToHex(first.value) };
  try {
    await client.request({ method: "eth_call", params: [call, block] });
    const gas = await client.request({ method: "eth_estimateGas", params: [call, block] });
    return { ok: true, movements: null, gasUsed: BigInt(gas) };
  } catch (cause) {
    const bytes = revertBytes(cause);
    if (bytes !== undefined) return { ok: false, revert: decodeRevert(bytes) };
    const failure = chainFailure(cause);
    if (failure instanceof ContractRevertedError) return { ok: false, revert: failure.revert };
    throw failure;
  }
}
