import { black } from "@/lib/pricing/black";
import { strikeVolatility } from "@/lib/pricing/surfaceVolatility";
import { MARKET, NOW } from "@/lib/vault/vaultFixture";
import type { Market, MarketView } from "../vault/Market";

type Quote = MarketView["quotes"][number];

const STRIKES = Array.from({ length: 19 }, (_, index) => 2_550 + 100 * index);
const SECONDS_PER_YEAR = 31_536_000;
/** Half the distance of bid and ask. */
const HALF_SPREAD = 0.008;

/** The test market with the quotes that its surface would come from: out-of-the-money options of every expiry. */
export function sampleMarket(): Market {
  if (!MARKET.ok) return { ok: false, reason: MARKET.reason, detail: MARKET.detail };
  const { surface, ...view } = MARKET.view;
  const quotes = surface.slices.flatMap(({ timeToExpiryYears, forward }) =>
    STRIKES.map((strike): Quote => {
      const isPut = strike < forward;
      const option = { strike, isPut, forward, timeToExpiryYears };
      const middle = strikeVolatility(surface, option);
      const priced = (volatility: number) => black({ ...option, volatility }).price;
      return {
        ...{ strike, isPut, forward, openInterest: null },
        instrument: `ETH-${strike}-${isPut ? "P" : "C"}`,
        expiry: Number(NOW) + Math.round(timeToExpiryYears * SECONDS_PER_YEAR),
        ...{ bid: priced(middle - HALF_SPREAD), ask: priced(middle + HALF_SPREAD), mark: priced(middle) },
        bidVolatility: middle - HALF_SPREAD,
        askVolatility: middle + HALF_SPREAD,
        markVolatility: middle,
      };
    }),
  );
  const source = { ...view.source, host: "sample" };
  return { ok: true, view: { ...view, surface, source, quotes, currency: "ETH", faults: {}, history: [] } };
}
