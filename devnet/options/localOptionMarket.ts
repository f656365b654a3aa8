import type { OptionMarket } from "@/keeper/chain/OptionMarket";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import type { LocalChain } from "../chain/LocalChain";
import type { MarketContracts } from "../DevnetDeployment";
import { readMarket } from "../prices/liveMarket";
import { MARKET_LAW } from "../prices/MarketLaw";
import { lawPrices } from "./lawVolatilities";

/**
 * The option market of the local chain as its makers know it: volatilities by the law that moves the prices, at the
 * variance of the newest block. The spot is the forward, as in every valuation on chain.
 */
export function localOptionMarket(chain: LocalChain, contracts: MarketContracts): OptionMarket {
  return async ({ underlying, now, expiry, spot, strikes }) => {
    const feed = contracts.feeds.find((one) => one.underlying.toLowerCase() === underlying.toLowerCase());
    if (feed === undefined || expiry <= now) return null;
    const { state } = await readMarket(chain, contracts);
    const prices = lawPrices({
      law: MARKET_LAW[feed.coin].bates,
      variance: state[feed.coin].variance,
      forward: spot,
      timeToExpiryYears: Number(expiry - now) / SECONDS_PER_YEAR,
      strikes,
    });
    const volatilities = prices.flatMap(({ volatility }) => volatility ?? []);
    return volatilities.length === strikes.length ? volatilities : null;
  };
}
