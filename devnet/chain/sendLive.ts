import type { Hex } from "viem";
import { DevnetError } from "../DevnetError";
import type { LocalChain } from "./LocalChain";
import { CALL_GAS, type StepCall } from "./sendStep";

/** Sends calls one after the other to a chain that mines by itself, each from an account whose key the chain holds. */
export async function sendLive(chain: LocalChain, calls: readonly StepCall[]): Promise<void> {
  for (const { from, to, data, value = 0n, label } of calls) {
    const hash = await chain.test.request<{ Method: "eth_sendTransaction"; Parameters: [unknown]; ReturnType: Hex }>({
      method: "eth_sendTransaction",
      params: [{ from, to, data, value: `0x${value.toString(16)}`, gas: CALL_GAS }],
    });
    const receipt = await chain.read.waitForTransactionReceipt({ hash, timeout: 20_000 });
    if (receipt.status !== "success") throw new DevnetError(`${label} failed in block ${receipt.blockNumber}.`);
  }
}
