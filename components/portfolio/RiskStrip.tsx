import { type Stat, StatStrip } from "@/components/ui/StatStrip";
import { toneOfSign } from "@/components/ui/Tone";
import { formatRiskUsd, formatUsd } from "@/lib/format/formatUsd";
import { holdingsBook } from "@/lib/risk/holdingsBook";
import { spotVolatilityGrid } from "@/lib/risk/spotVolatilityGrid";
import { portfolioTotals } from "./portfolioTotals";
import type { Portfolio } from "./usePortfolio";

const FALL = -0.1;
/** Below this a figure reads $0.00. */
const HALF_CENT = 0.005;

/** What moves the value, in dollars: the sums over all underlyings. */
export function RiskStrip({ portfolio: { holdings } }: { readonly portfolio: Portfolio }) {
  const { deltaUsd, gammaUsdPerPercent, vegaPerPoint, thetaPerDay, unpriced } = portfolioTotals(holdings);
  const revalued = spotVolatilityGrid(holdingsBook(holdings), { spotMoves: [FALL], volatilityMoves: [0.1] })[0]?.[0];
  const fall = unpriced.length > 0 ? Number.NaN : (revalued ?? Number.NaN);
  return (
    <StatStrip
      stats={[
        {
          label: "Delta",
          value: formatUsd(deltaUsd, 0),
          note: known(deltaUsd, `market up 1%: ${formatRiskUsd(deltaUsd * 0.01)}`),
        },
        {
          ...moving("Gamma", gammaUsdPerPercent, "per 1%"),
          note: meaning(gammaUsdPerPercent, ["delta shrinks as prices rise", "delta grows as prices rise"]),
        },
        {
          ...moving("Vega", vegaPerPoint, "per vol pt"),
          note: meaning(vegaPerPoint, ["you lose if volatility rises", "you gain if volatility rises"]),
        },
        {
          ...moving("Theta", thetaPerDay, "per day"),
          note: meaning(thetaPerDay, ["what waiting costs you", "what you earn for waiting"]),
        },
        {
          ...moving("Market down 10% now", fall),
          tone: toneOfSign(fall),
          note: known(fall, "with volatility up 10 points, every option revalued"),
        },
      ]}
    />
  );
}

function moving(label: string, usd: number, unit?: string): Stat {
  return { label, value: formatRiskUsd(usd), unit: Number.isFinite(usd) ? unit : undefined };
}

/** What a figure below and above zero means; one that is shown as zero means neither. */
function meaning(figure: number, [below, above]: readonly [string, string]): string {
  if (Math.abs(figure) < HALF_CENT) return "hardly anything now";
  return known(figure, figure < 0 ? below : above);
}

/** The note of a figure, or why there is none. */
function known(figure: number, note: string): string {
  return Number.isFinite(figure) ? note : "not known: some options have no price";
}
