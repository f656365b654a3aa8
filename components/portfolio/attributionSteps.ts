import type { BridgeStep } from "@/components/charts/bridgeBars";
import { formatRiskUsd, formatUsd } from "@/lib/format/formatUsd";
import type { EpochAttribution } from "@/lib/risk/attribution/epochAttribution";

/** The bridge of a portfolio's result. */
export type AttributionSteps = {
  readonly steps: readonly BridgeStep[];
  readonly total: BridgeStep;
  readonly summary: string;
};

/** What is written for a cause that nothing on record tells. */
const NOT_KNOWN = "not known";

/**
 * A change by cause: price, time, volatility, the size of the moves, where both met, the auction's edge, fees, what came and went, and what is left,
 * always shown.
 */
export function attributionSteps(change: EpochAttribution, coins: readonly string[]): AttributionSteps {
  const { causes, startUsd, endUsd, isEdgeKnown, areFlowsKnown } = change;
  const steps = [
    step("Delta", causes.delta, [coins.length > 2 ? "prices moved" : `${coins.join(", ")} moved`]),
    step("Theta", causes.theta, ["time passed"]),
    step("Vega", causes.vega, ["since the sale"]),
    step("Gamma", causes.gamma, ["large moves"]),
    step("Vanna, volga", causes.vanna + causes.volga, ["both moved", "Cross"]),
    isEdgeKnown ? step("Premium", causes.premium, ["over fair value"]) : unknown("Premium", "in vega"),
    step("Fees", causes.fees, ["accrued"]),
    areFlowsKnown
      ? { ...step("Deposits", causes.deposits, ["less taken out", "Flows"]), isNeutral: true }
      : unknown("Deposits", "not read", "Flows"),
    step("Unexplained", causes.unexplained, ["higher orders", "Other"]),
  ];
  const total = step("Total", causes.total, ["after fees"]);
  const told = [...steps, total].map(({ name, text }) => `${name} ${text}`);
  const summary = `What changed the value in open epochs from ${formatUsd(startUsd)} to ${formatUsd(endUsd)}, fees that have accrued taken off: ${told.join(", ")}.`;
  return { steps, total, summary };
}

function step(name: string, value: number, [note, shortName = name]: readonly [string, string?]): BridgeStep {
  return { name, shortName, note, value, text: formatRiskUsd(value) };
}

function unknown(name: string, note: string, shortName = name): BridgeStep {
  return { name, shortName, note, value: 0, text: NOT_KNOWN, isNeutral: true };
}
