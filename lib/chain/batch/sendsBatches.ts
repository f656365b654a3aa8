import { numberToHex } from "viem";
import { atomicOn } from "@/lib/transaction/atomicOn";
import type { WalletClient } from "../WalletClient";
import { within } from "../within";

/** A wallet that is silent about it has this long: nobody waits for a review because of a question that it may not know. */
const PATIENCE_MILLISECONDS = 2_000;

/**
 * Does the wallet promise for this chain to carry out calls together or not at all (EIP-5792)? Asked anew for every plan:
 * accounts change what they are. A refusal, silence and an answer that makes no sense are a no. Never throws.
 */
export async function sendsBatches(
  wallet: () => Promise<WalletClient>,
  { account, chainId }: { readonly account: `0x${string}`; readonly chainId: number },
): Promise<boolean> {
  const ask = async (): Promise<unknown> => {
    const client = await wallet();
    return client.request(
      { method: "wallet_getCapabilities", params: [account, [numberToHex(chainId)]] },
      { retryCount: 0 },
    );
  };
  try {
    return atomicOn(await within(PATIENCE_MILLISECONDS, ask()), chainId);
  } catch {
    return false;
  }
}
