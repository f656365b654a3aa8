import { BPS, type Bps, bps } from "@/lib/units/Bps";
import { divRounded } from "@/lib/units/rounding";
import { type TokenAmount, tokenAmount } from "@/lib/units/TokenAmount";

/**
 * An amount split as StrategyRouter.depositMany splits it: each part rounded down, the last one takes the rest. The
 * weights add up to 10,000.
 */
export function splitByWeights(assets: TokenAmount, weights: readonly Bps[]): readonly TokenAmount[] {
  const parts = weights.slice(0, -1).map((weight) => divRounded(assets * weight, BPS, "down"));
  const rest = parts.reduce((left, part) => left - part, assets as bigint);
  return weights.length === 0 ? [] : [...parts, rest].map(tokenAmount);
}

/**
 * The weights that make the router split a sum into exactly these parts, or null when none do (amounts so small that a
 * basis point is less than one unit).
 */
export function weightsOfSplit(parts: readonly TokenAmount[]): readonly Bps[] | null {
  const assets = tokenAmount(parts.reduce((sum, part) => sum + part, 0n));
  if (assets === 0n) return null;
  const leading = parts.slice(0, -1).map((part) => bps(divRounded(part * BPS, assets, "up")));
  const last = bps(leading.reduce((left, weight) => left - weight, BPS as bigint));
  const weights = [...leading, last];
  const isExact = splitByWeights(assets, weights).every((part, index) => part === parts[index]);
  return isExact && weights.every((weight) => weight > 0n) ? weights : null;
}
