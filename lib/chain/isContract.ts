import { getCode } from "viem/actions";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import { isDelegation } from "./isDelegation";

/** Does a contract of its own stand at the address? One that only a key speaks for, delegated or not, is none. Throws what the node failed with. */
export async function isContract(client: ChainClient, address: `0x${string}`): Promise<boolean> {
  const code = await getCode(client, { address }).catch((cause: unknown) => Promise.reject(chainFailure(cause)));
  return code !== undefined && !isDelegation(code);
}
