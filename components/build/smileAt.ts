import type { MarketView } from "@/components/vault/Market";
import { surfaceVolatility } from "@/lib/pricing/surfaceVolatility";
import { SECONDS_PER_YEAR } from "@/lib/units/UnixSeconds";
import type { BuildFigures } from "./BuildFigures";

/** The smile of a structure's expiry at any strike, read against the feed's spot as every volatility of the page is. */
export function smileAt(
  { draft, spot }: Pick<BuildFigures, "draft" | "spot">,
  view: MarketView,
): (strike: number) => number {
  const years = (Number(draft.expiry) - view.asOf) / SECONDS_PER_YEAR;
  return (strike) => surfaceVolatility(view.surface, Math.log(strike / spot), years);
}
