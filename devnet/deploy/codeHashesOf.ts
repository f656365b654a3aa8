import { keccak256 } from "viem";
import type { DeploymentAddresses, DeploymentCode, DeploymentVault } from "@/lib/config/Deployment";
import type { Address } from "@/lib/vault/Token";
import type { LocalChain } from "../chain/LocalChain";
import { DevnetError } from "../DevnetError";

/** The contracts that were just created, as their file names them. */
export type Created = { readonly addresses: DeploymentAddresses; readonly vaults: readonly DeploymentVault[] };

/** What stands at the addresses of our own contracts, and of the one that all reads go through. Tokens and feeds are others'. */
export async function codeHashesOf(
  chain: LocalChain,
  { addresses, vaults }: Created,
): Promise<readonly DeploymentCode[]> {
  const { clearinghouse, settlementOracle, quoteBook, strategyRouter, timelock, multicall3 } = addresses;
  const shared = [clearinghouse, settlementOracle, quoteBook, strategyRouter, timelock, multicall3];
  const own = vaults.flatMap(({ address, policy }) => [address, policy]);
  return Promise.all([...shared, ...own].map((address) => codeHashOf(chain, address)));
}

async function codeHashOf(chain: LocalChain, address: Address): Promise<DeploymentCode> {
  const code = await chain.read.getCode({ address });
  if (code === undefined) throw new DevnetError(`No code stands at ${address}.`);
  return { address, codeHash: keccak256(code) };
}
