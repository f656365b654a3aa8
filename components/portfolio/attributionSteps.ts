import type { BridgeStep } from "@/components/charts/bridgeBars";
import { formatRiskUsd } from "@/lib/format/formatUsd";
import { joinedNames } from "@/lib/format/joinedNames";
import type { Attribution } from "@/lib/risk/attribution/Attribution";

/** The bridge of a portfolio's result. */
export type AttributionSteps = {
  readonly steps: readonly BridgeStep[];
  readonly total: BridgeStep;
  readonly summary: string;
};

/** A result by cause: price, time, volatility, the size of the moves, where both met, and what is left, always shown. */
export function attributionSteps(found: Attribution, coins: readonly string[]): AttributionSteps {
  const names = joinedNames(coins);
  const steps = [
    step("Delta", found.delta, [`${names} moved`]),
    step("Theta", found.theta, ["time passed"]),
    step("Vega", found.vega, ["volatility since the sale"]),
    step("Gamma", found.gamma, ["the moves were large"]),
    step("Vanna, volga", found.vanna + found.volga, ["price and volatility met", "Cross"]),
    step("Unexplained", found.unexplained, ["higher orders", "Other"]),
  ];
  const total = step("Total", found.total, ["since the epochs opened"]);
  const told = [...steps, total].map(({ name, text }) => `${name} ${text}`);
  return { steps, total, summary: `What the result of the open epochs is made of: ${told.join(", ")}.` };
}

function step(name: string, value: number, [note, shortName = name]: readonly [string, string?]): BridgeStep {
  return { name, shortName, note, value, text: formatRiskUsd(value) };
}
