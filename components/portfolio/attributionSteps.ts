import type { BridgeStep } from "@/components/charts/bridgeBars";
import { formatRiskUsd, formatUsd } from "@/lib/format/formatUsd";
import type { EpochAttribution } from "@/lib/risk/attribution/epochAttribution";

/** The bridge of a portfolio's result, and how it stands beside what came and went. */
export type AttributionSteps = {
  /** Of the result alone: money that was put in would be so much the tallest bar that no cause could be seen. */
  readonly steps: readonly BridgeStep[];
  readonly total: BridgeStep;
  /** From the value at the openings to that of now: the result, and deposits less withdrawals. */
  readonly fromTo: string;
  readonly summary: string;
};

/** What is written for a cause that nothing on record tells. */
const NOT_KNOWN = "not known";

/**
 * A result by cause: price, time, volatility, the size of the moves, where both met, the auction's edge, fees, and what is left, always shown; then what
 * came and went.
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
    step("Unexplained", causes.unexplained, ["higher orders", "Other"]),
  ];
  const total = step("Result", causes.total - causes.deposits, ["after fees"]);
  const told = [...steps, total].map(({ name, text }) => `${name} ${text}`);
  const flows = areFlowsKnown ? formatRiskUsd(causes.deposits) : NOT_KNOWN;
  const fromTo = `From ${formatUsd(startUsd)} at the openings to ${formatUsd(endUsd)}: ${total.text} of result, deposits less withdrawals ${flows}.`;
  return { steps, total, fromTo, summary: `What made the result of the open epochs: ${told.join(", ")}. ${fromTo}` };
}

function step(name: string, value: number, [note, shortName = name]: readonly [string, string?]): BridgeStep {
  return { name, shortName, note, value, text: formatRiskUsd(value) };
}

function unknown(name: string, note: string): BridgeStep {
  return { name, shortName: name, note, value: 0, text: NOT_KNOWN, isNeutral: true };
}
