import type { Address } from "viem";
import { aggregatorAbi } from "@/contracts-abi/Aggregator";
import type { DevnetDeployment } from "@/devnet/DevnetDeployment";
import type { Chain } from "../fixtures/Chain";
import type { PlainHolding } from "./holdingsOf";

/** A coin at its feed's price; whatever has no feed of its own is a dollar. */
export async function plainHolding(
  chain: Chain,
  deployment: DevnetDeployment,
  { token, units }: { readonly token: Address; readonly units: number },
): Promise<PlainHolding> {
  const feed = deployment.feeds.find(({ underlying }) => underlying === token);
  if (feed === undefined) return { vault: token, coin: "", spot: 1, coins: 0, dollars: units, options: [] };
  const [, answer] = await chain.client.readContract({
    address: feed.feed,
    abi: aggregatorAbi,
    functionName: "latestRoundData",
  });
  return { vault: token, coin: feed.coin, spot: Number(answer) / 1e8, coins: units, dollars: 0, options: [] };
}
