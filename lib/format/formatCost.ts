import { formatUsd } from "./formatUsd";

const CENT = 0.01;

/** What something costs, in dollars and cents: `$1.62`; what is less than a cent is not nothing: `<$0.01`. */
export function formatCost(usd: number): string {
  return usd > 0 && usd < CENT ? `<${formatUsd(CENT)}` : formatUsd(usd);
}
