import type { Address } from "@/lib/vault/Token";
import { addressOf } from "../accounts";
import type { LocalChain } from "../chain/LocalChain";
import type { DevnetDeployment, MarketContracts } from "../DevnetDeployment";
import { DevnetError } from "../DevnetError";
import { COINS, type Coin } from "../prices/MarketLaw";
import { type DeployedContract, deployContracts } from "./deployContract";
import { placeMulticall } from "./placeMulticall";

/** What stands before the vaults: the tokens, and the market with its feeds, which have a life of their own. */
export type Market = {
  readonly tokens: DevnetDeployment["tokens"];
  readonly usdc: Address;
  /** The token that stands for each coin. */
  readonly underlyings: Readonly<Record<Coin, Address>>;
  readonly contracts: MarketContracts;
};

const FEED_DECIMALS = 8;

/** Creates Multicall3, the tokens, the market and two feeds for each coin, which belong to it. */
export async function deployMarket(chain: LocalChain): Promise<Market> {
  await placeMulticall(chain);
  const faucet = addressOf("faucet");
  const [weth, usdc, cbbtc, market] = await deployContracts(chain, [
    { name: "WETH9", args: [] },
    { name: "DevToken", args: [faucet, "USD Coin", "USDC", 6] },
    { name: "DevToken", args: [faucet, "Coinbase Wrapped BTC", "cbBTC", 8] },
    { name: "DevMarket", args: [addressOf("priceFeeder")] },
  ]);
  if (!weth || !usdc || !cbbtc || !market) throw new DevnetError("The tokens were not created.");
  const underlyings = { ETH: weth.address, BTC: cbbtc.address };
  const feeds = await deployContracts(
    chain,
    COINS.flatMap((coin) => [feedPlan(market, `${coin} / USD`), feedPlan(market, `${coin} / USD, second source`)]),
  );
  const feedsOf = (coin: Coin, index: number) => {
    const [first, second] = [feeds[2 * index], feeds[2 * index + 1]];
    if (!first || !second) throw new DevnetError("The feeds were not created.");
    return {
      ...{ coin, underlying: underlyings[coin], quote: usdc.address },
      ...{ feed: first.address, secondFeed: second.address, description: `${coin} / USD` },
    };
  };
  return {
    tokens: [
      { address: weth.address, symbol: "WETH", decimals: 18 },
      { address: usdc.address, symbol: "USDC", decimals: 6 },
      { address: cbbtc.address, symbol: "cbBTC", decimals: 8 },
    ],
    usdc: usdc.address,
    underlyings,
    contracts: { market: market.address, feeds: COINS.map(feedsOf) },
  };
}

function feedPlan({ address }: DeployedContract, description: string) {
  return { name: "DevFeed", args: [address, FEED_DECIMALS, description] };
}
