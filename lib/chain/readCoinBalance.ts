import type { ChainSource } from "./ChainSource";
import { contractRead } from "./ContractRead";
import { multicall3Abi } from "./multicall3Abi";

/** The account's balance of the chain's own coin, in wei, at the newest block. */
export async function readCoinBalance({ deployment, reader }: ChainSource, account: `0x${string}`): Promise<bigint> {
  const { multicall3 } = deployment.addresses;
  const balance = contractRead({
    address: multicall3,
    abi: multicall3Abi,
    functionName: "getEthBalance",
    args: [account],
  });
  const { values } = await reader.read({ balance });
  return values.balance;
}
