import type { ChainClient } from "@/lib/chain/createChainClient";
import type { ListedVault } from "@/lib/config/VaultRegistry";
import type { Address } from "@/lib/vault/Token";

/** Whose flows through an entry of the registry, from a block to another. */
export type FlowReading = {
  readonly client: ChainClient;
  readonly entry: ListedVault;
  readonly account: Address;
  readonly fromBlock: bigint;
  readonly toBlock: bigint;
};
