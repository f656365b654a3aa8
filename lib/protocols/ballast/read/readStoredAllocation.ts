import { strategyRouterAbi } from "@/contracts-abi/StrategyRouter";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { contractRead } from "@/lib/chain/ContractRead";
import { type Bps, bps } from "@/lib/units/Bps";
import type { Address } from "@/lib/vault/Token";

/** A vault and its weight; the weights of an allocation add up to 10,000. */
export type AllocationPart = { readonly vault: Address; readonly weight: Bps };

/** Whose allocation, of which asset. */
export type AllocationOwner = { readonly account: Address; readonly asset: Address };

/** The account's stored allocation of an asset; empty when none is stored. */
export async function readStoredAllocation(
  { deployment, reader }: ChainSource,
  { account, asset }: AllocationOwner,
): Promise<readonly AllocationPart[]> {
  const allocation = contractRead({
    address: deployment.addresses.strategyRouter,
    abi: strategyRouterAbi,
    functionName: "allocationOf",
    args: [account, asset],
  });
  const { values } = await reader.read({ allocation });
  return values.allocation.map(({ vault, weightBps }) => ({ vault, weight: bps(BigInt(weightBps)) }));
}
