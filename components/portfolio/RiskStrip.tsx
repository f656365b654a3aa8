import { StatStrip } from "@/components/ui/StatStrip";
import { toneOfSign } from "@/components/ui/Tone";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { scenarioGrid } from "@/lib/risk/scenarioGrid";
import { portfolioTotals } from "./portfolioTotals";
import type { Portfolio } from "./usePortfolio";

const FALL = -0.1;

/** What moves the value, in dollars: the sums over all underlyings. */
export function RiskStrip({ portfolio: { holdings } }: { readonly portfolio: Portfolio }) {
  const { deltaUsd, gammaUsdPerPercent, vegaPerPoint, thetaPerDay } = portfolioTotals(holdings);
  const positions = holdings.flatMap(({ risk }) => risk);
  const fall = scenarioGrid(positions, { spotMoves: [FALL], volatilityMoves: [0.1] })[0]?.[0] ?? Number.NaN;
  return (
    <StatStrip
      stats={[
        { label: "Delta", value: formatUsd(deltaUsd, 0), note: `market up 1%: ${formatSignedUsd(deltaUsd * 0.01, 0)}` },
        {
          label: "Gamma",
          value: formatSignedUsd(gammaUsdPerPercent, 0),
          unit: "per 1%",
          note: gammaUsdPerPercent < 0 ? "delta shrinks as prices rise" : "delta grows as prices rise",
        },
        {
          label: "Vega",
          value: formatSignedUsd(vegaPerPoint, 0),
          unit: "per vol pt",
          note: vegaPerPoint < 0 ? "you lose if volatility rises" : "you gain if volatility rises",
        },
        {
          label: "Theta",
          value: formatSignedUsd(thetaPerDay, 0),
          unit: "per day",
          note: thetaPerDay < 0 ? "what waiting costs you" : "what you earn for waiting",
        },
        {
          label: "Market down 10% now",
          value: formatSignedUsd(fall, 0),
          tone: toneOfSign(fall),
          note: "with volatility up 10 points, every option revalued",
        },
      ]}
    />
  );
}
