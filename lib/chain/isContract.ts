import { getCode } from "viem/actions";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";

/** First bytes of the code of a key that has other code act for it (EIP-7702). */
const DELEGATION = "0xef0100";

/** Does a contract of its own stand at the address? One that only a key speaks for, delegated or not, is none. Throws what the node failed with. */
export async function isContract(client: ChainClient, address: `0x${string}`): Promise<boolean> {
  const code = await getCode(client, { address }).catch((cause: unknown) => Promise.reject(chainFailure(cause)));
  return code !== undefined && !code.toLowerCase().startsWith(DELEGATION);
}
