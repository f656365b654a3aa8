import type { PayoffLabels } from "@/components/charts/PayoffShape";
import { formatOdds, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatSpot, formatStrike } from "@/lib/format/formatPrice";
import { formatSignedCompactUsd, formatSignedUsd } from "@/lib/format/formatUsd";

/** From here on cents are noise. */
const WHOLE_DOLLARS_FROM = 100_000;

/** The chart's numbers as text; shares are of `depositUsd`, the deposit that the results are told for. */
export function payoffLabels(depositUsd: number): PayoffLabels {
  const decimals = depositUsd >= WHOLE_DOLLARS_FROM ? 0 : 2;
  return {
    price: formatStrike,
    spot: formatSpot,
    result: (result) => formatSignedUsd(result, decimals),
    axis: formatSignedCompactUsd,
    share: (result) => formatSignedPercent(result / depositUsd),
    distance: (fraction) => formatSignedPercent(fraction, 1),
    odds: formatOdds,
  };
}
