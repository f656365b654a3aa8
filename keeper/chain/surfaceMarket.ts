import type { Deployment } from "@/lib/config/Deployment";
import type { FittedMarket } from "@/lib/market/fitMarket";
import type { MarketSource } from "@/lib/market/MarketSource";
import { marketCurrency } from "@/lib/market/marketCurrency";
import { isMarketError } from "@/lib/market/marketFailure";
import { readMarket } from "@/lib/market/readMarket";
import { surfaceVolatility } from "@/lib/pricing/surfaceVolatility";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import type { KeeperLog } from "../run/KeeperLog";
import type { OptionMarket } from "./OptionMarket";

/** Which coins, whose quotes, and who is told when there are none. */
export type SurfaceMarketInput = {
  readonly deployment: Pick<Deployment, "tokens">;
  readonly source: MarketSource;
  readonly log: KeeperLog;
};

/** Chain seconds for which one reading serves: vaults of one coin open and sell together. */
const LIFE_SECONDS = 20;

/**
 * A market source's quotes, read and fitted by the screens' own functions. Strikes are read against the spot, as on the
 * screens. A market that is away, or of no coin that is known, is no failure: makers then have their own view.
 */
export function surfaceMarket({ deployment, source, log }: SurfaceMarketInput): OptionMarket {
  const readings = new Map<string, { readonly at: number; readonly market: Promise<FittedMarket | null> }>();

  function marketOf(currency: string, now: number): Promise<FittedMarket | null> {
    const kept = readings.get(currency);
    if (kept !== undefined && now >= kept.at && now - kept.at < LIFE_SECONDS) return kept.market;
    const market = readMarket(source, { currency, now }).catch((error: unknown) => {
      if (!isMarketError(error)) throw error;
      log("noMarket", { currency, reason: error.message });
      return null;
    });
    readings.set(currency, { at: now, market });
    return market;
  }

  return async ({ underlying, now, expiry, spot, strikes }) => {
    const token = deployment.tokens.find(({ address }) => address.toLowerCase() === underlying.toLowerCase());
    const currency = token && marketCurrency(token.symbol);
    const market = currency ? await marketOf(currency, Number(now)) : null;
    if (market === null) return null;
    const years = (Number(expiry) - market.asOf) / SECONDS_PER_YEAR;
    const volatilities = strikes.map((strike) => surfaceVolatility(market.surface, Math.log(strike / spot), years));
    return volatilities.every((volatility) => volatility > 0) ? volatilities : null;
  };
}
