import { Button } from "@/components/ui/Button";
import { Slider } from "@/components/ui/Slider";
import { formatPoints, formatVolatility } from "@/lib/format/formatPercent";
import { fixedText } from "@/lib/format/numberText";
import type { ValuationMarket } from "@/lib/products/value";
import { daysLeft, NOW, type Scenario, scenarioMarket, shiftedHeadline } from "./Scenario";

type Props = {
  readonly market: ValuationMarket;
  /** The volatility that stands for all legs. */
  readonly headline: number;
  readonly scenario: Scenario;
  readonly onChange: (scenario: Scenario) => void;
};

const LEAST_SHIFT = -0.2;
const MOST_SHIFT = 0.4;

/** Days and volatility: they move the curve of today, and the Greeks with it. */
export function ScenarioSliders({ market, headline, scenario, onChange }: Props) {
  const days = daysLeft(scenarioMarket(market, scenario));
  const volatility = formatVolatility(shiftedHeadline(headline, scenario));
  return (
    <div className="mt-2 grid items-center gap-x-6 gap-y-3 md:grid-cols-[1fr_1fr_auto]">
      <Slider
        label="Days to expiry"
        value={scenario.elapsed}
        min={0}
        max={1}
        step={0.01}
        onChange={(elapsed) => onChange({ ...scenario, elapsed })}
        valueText={`${fixedText(days, 1)} days`}
        minText="now"
        maxText="at expiry"
      />
      <Slider
        label="Volatility shift"
        value={scenario.shift}
        min={LEAST_SHIFT}
        max={MOST_SHIFT}
        step={0.01}
        onChange={(shift) => onChange({ ...scenario, shift })}
        valueText={scenario.shift === 0 ? `${volatility} implied` : `${volatility} (${formatPoints(scenario.shift)})`}
        minText={formatPoints(LEAST_SHIFT)}
        maxText={formatPoints(MOST_SHIFT)}
      />
      <Button variant="ghost" size="sm" onClick={() => onChange(NOW)}>
        Reset
      </Button>
    </div>
  );
}
