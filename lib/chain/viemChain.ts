import type { Chain } from "viem";
import { chainFacts } from "@/lib/config/chains";
import type { Deployment } from "@/lib/config/Deployment";

/** The deployment's chain as viem and the wallets know chains. */
export function viemChain(deployment: Deployment): Chain {
  const { name, coin, explorerUrl } = chainFacts(deployment.chainId);
  const chain = {
    id: deployment.chainId,
    name,
    nativeCurrency: coin,
    rpcUrls: { default: { http: [...deployment.rpcUrls] } },
    contracts: { multicall3: { address: deployment.addresses.multicall3 } },
  };
  return explorerUrl === null
    ? chain
    : { ...chain, blockExplorers: { default: { name: "Explorer", url: explorerUrl } } };
}
