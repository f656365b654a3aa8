import { surfaceSkew } from "@/lib/pricing/surfaceSkew";
import { atmVolatility } from "@/lib/pricing/surfaceVolatility";
import type { VolatilitySurface } from "@/lib/pricing/VolatilitySurface";
import type { FittedMarket } from "./fitMarket";
import type { MarketMoment } from "./MarketView";

const YEARS_7_DAYS = 7 / 365;
const YEARS_30_DAYS = 30 / 365;

/** The figures of a surface that its history keeps. */
export function marketMoment({ asOf, surface }: Pick<FittedMarket, "asOf" | "surface">): MarketMoment {
  return {
    asOf,
    volatility7Days: atmVolatility(surface, YEARS_7_DAYS),
    volatility30Days: atmVolatility(surface, YEARS_30_DAYS),
    skew7Days: putsOverCalls(surface, YEARS_7_DAYS),
    skew30Days: putsOverCalls(surface, YEARS_30_DAYS),
  };
}

function putsOverCalls(surface: VolatilitySurface, timeToExpiryYears: number): number | null {
  const { riskReversal } = surfaceSkew(surface, timeToExpiryYears);
  return Number.isFinite(riskReversal) ? -riskReversal : null;
}
