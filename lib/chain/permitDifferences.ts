import { type Hex, recoverTypedDataAddress } from "viem";
import { getCode, verifyTypedData } from "viem/actions";
import type { SignedDifference } from "@/lib/transaction/signedDifferences";
import type { PermitStep } from "@/lib/transaction/TransactionPlan";
import type { ChainSource } from "./ChainSource";
import { chainFailure } from "./chainFailure";
import type { ChainClient } from "./createChainClient";
import { permitTypedData } from "./permitTypedData";
import { quorumSource } from "./quorum/quorumSource";

/**
 * Holds a permit's signature against what was shown: the account must come out of it over exactly this domain and message. An
 * account that is a contract is asked itself (ERC-1271), through a majority of the nodes. Empty when it is what was shown.
 */
export async function permitDifferences(
  source: ChainSource,
  step: PermitStep,
  signature: Hex,
): Promise<readonly SignedDifference[]> {
  const account = step.message.owner;
  const typedData = permitTypedData(step);
  const signer = await recoverTypedDataAddress({ ...typedData, signature }).catch(() => null);
  if (signer?.toLowerCase() === account.toLowerCase()) return [];
  const { client } = await quorumSource(source);
  if (await isSignedByContract(client, { account, typedData, signature })) return [];
  return [{ field: "signer", shown: account, signed: signer ?? "nobody" }];
}

type Asked = {
  readonly account: `0x${string}`;
  readonly typedData: ReturnType<typeof permitTypedData>;
  readonly signature: Hex;
};

async function isSignedByContract(client: ChainClient, { account, typedData, signature }: Asked): Promise<boolean> {
  try {
    const code = await getCode(client, { address: account });
    return code !== undefined && (await verifyTypedData(client, { address: account, ...typedData, signature }));
  } catch (cause) {
    throw chainFailure(cause);
  }
}
