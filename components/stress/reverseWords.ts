import { formatPercent, formatPoints, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatUsd } from "@/lib/format/formatUsd";
import { joinedNames } from "@/lib/format/joinedNames";
import {
  type CommonMove,
  HIGHEST_SPOT_MOVE,
  LOWEST_SPOT_MOVE,
  type ReverseStress,
} from "@/lib/risk/stress/reverseStress";
import type { SmallestLosses } from "@/lib/risk/stress/smallestLosses";
import { priceMoveText } from "./shockTexts";

/** A way to lose so much, and how far off it is. */
export type ReverseLine = { readonly label: string; readonly figure: string; readonly sentence: string };

/** Less than this is no loss. */
const LEAST_USD = 0.5;

/** The smallest moves in words: a fall, a rise, and the nearest of price and volatility together. What is not sought to its end is left out. One sentence where nothing loses so much. */
export function reverseLines(found: SmallestLosses, coins: readonly string[]): readonly ReverseLine[] {
  const { down, up, nearest } = found;
  if (!down.ok && !up.ok && nearest?.ok === false) return [nothingLine(found)];
  return [
    commonLine(down, { coins, loss: found.loss, way: "fall" }),
    commonLine(up, { coins, loss: found.loss, way: "rise" }),
    ...(nearest === null ? [] : [nearestLine(nearest, found.loss)]),
  ];
}

type Way = { readonly coins: readonly string[]; readonly loss: number; readonly way: "fall" | "rise" };

const WAYS = {
  fall: { label: "Prices fall", verb: "falling", limit: `down to ${priceMoveText(LOWEST_SPOT_MOVE)}` },
  rise: { label: "Prices rise", verb: "rising", limit: `up to ${priceMoveText(HIGHEST_SPOT_MOVE)}` },
} as const;

function commonLine(found: ReverseStress, { coins, loss, way }: Way): ReverseLine {
  const { label, verb, limit } = WAYS[way];
  if (!found.ok) {
    return { label, figure: "none", sentence: `No common ${way} ${limit} loses that much. ${worstText(found.worst)}` };
  }
  const { spotMove, volatilityMove } = found.move;
  const names = coins.length > 1 ? `${joinedNames(coins)} together` : joinedNames(coins);
  const size = formatPercent(Math.abs(spotMove), 1);
  return {
    label,
    figure: formatSignedPercent(spotMove, 1),
    sentence: `${names} ${verb} by ${size}, with volatility ${formatPoints(volatilityMove)}, loses ${formatUsd(loss, 0)}.`,
  };
}

function nearestLine(found: ReverseStress, loss: number): ReverseLine {
  const label = "Nearest of all";
  if (!found.ok) {
    const sentence = `No move of price and volatility within the limits loses that much. ${worstText(found.worst)}`;
    return { label, figure: "none", sentence };
  }
  const { spotMove, volatilityMove } = found.move;
  return {
    label,
    figure: formatSignedPercent(spotMove, 1),
    sentence: `With price and volatility free of each other: prices ${formatSignedPercent(spotMove, 1)} and volatility ${formatPoints(volatilityMove)} together lose ${formatUsd(loss, 0)}.`,
  };
}

function nothingLine({ down, up }: SmallestLosses): ReverseLine {
  const worst = [down, up].flatMap((found) => (found.ok ? [] : [found.worst]));
  const least = worst.reduce((most, move) => (move.change < most.change ? move : most), {
    ...{ spotMove: 0, volatilityMove: 0, change: 0 },
  });
  const limits = `${priceMoveText(LOWEST_SPOT_MOVE)} and ${priceMoveText(HIGHEST_SPOT_MOVE)}`;
  return {
    label: "Any direction",
    figure: "none",
    sentence: `No common move between ${limits} loses that much. ${worstText(least)}`,
  };
}

function worstText({ spotMove, change }: CommonMove): string {
  if (!(change <= -LEAST_USD)) return "Nothing is lost on the way.";
  return `The most is ${formatUsd(-change, 0)}, at ${priceMoveText(spotMove)}.`;
}
