import type { PositionGreeks } from "@/lib/risk/positionGreeks";
import { formatSignedUsd, formatUsd } from "./formatUsd";
import { fixedText, grouped, MINUS, NO_NUMBER } from "./numberText";

/** One sensitivity: value with sign, its unit, and what it means for these numbers. */
export type GreekText = {
  readonly name: "Delta" | "Gamma" | "Vega" | "Theta";
  readonly value: string;
  readonly unit: string;
  readonly sentence: string;
};

/** The underlying's symbol, and the move that gamma is told for: $100, for BTC $1,000. */
export type GreekSubject = { readonly underlying: string; readonly gammaMove: number };

/** Delta, gamma, vega and theta of a position with its own numbers. Units are fixed: the coin, per move, per point, per day. */
export function describeGreeks(greeks: PositionGreeks, { underlying, gammaMove }: GreekSubject): readonly GreekText[] {
  const move = `$${grouped(String(gammaMove))}`;
  const { delta, vegaPerPoint, thetaPerDay } = greeks;
  const gamma = greeks.gamma * gammaMove;
  return [
    {
      name: "Delta",
      value: signedFixed(delta, 3),
      unit: underlying,
      sentence: deltaSentence(delta, underlying, { move, gammaMove }),
    },
    {
      name: "Gamma",
      value: signedFixed(gamma, 3),
      unit: `${underlying} per ${move}`,
      sentence: gammaSentence(gamma, move),
    },
    { name: "Vega", value: formatSignedUsd(vegaPerPoint), unit: "per vol pt", sentence: vegaSentence(vegaPerPoint) },
    {
      name: "Theta",
      value: formatSignedUsd(thetaPerDay),
      unit: "per day",
      sentence: thetaSentence(thetaPerDay, underlying),
    },
  ];
}

function deltaSentence(
  delta: number,
  underlying: string,
  { move, gammaMove }: { readonly move: string; readonly gammaMove: number },
): string {
  if (!Number.isFinite(delta)) return "Not known without a volatility.";
  if (isNothing(delta, 3)) return `Hardly moves with ${underlying} now.`;
  const acts = delta < 0 ? "being short" : "owning";
  return `Acts like ${acts} ${fixedText(delta, 3)} ${underlying}. ${underlying} up ${move}: ${formatSignedUsd(delta * gammaMove)}.`;
}

function gammaSentence(gamma: number, move: string): string {
  if (!Number.isFinite(gamma)) return "Not known without a volatility.";
  if (isNothing(gamma, 3)) return `Delta hardly shifts per ${move}.`;
  const helps = gamma < 0 ? "hurt" : "help";
  return `Moves ${helps} more the further they go: delta shifts by this per ${move}.`;
}

function vegaSentence(vega: number): string {
  if (!Number.isFinite(vega)) return "Not known without a volatility.";
  if (isNothing(vega, 2)) return "Implied volatility hardly matters now.";
  return `You ${vega < 0 ? "lose" : "gain"} ${formatUsd(Math.abs(vega))} if implied volatility rises 1 point.`;
}

function thetaSentence(theta: number, underlying: string): string {
  if (!Number.isFinite(theta)) return "Not known without a volatility.";
  if (isNothing(theta, 2)) return "A quiet day changes hardly anything.";
  return `You ${theta < 0 ? "lose" : "gain"} ${formatUsd(Math.abs(theta))} for each day ${underlying} stays put.`;
}

function signedFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  if (isNothing(value, decimals)) return fixedText(0, decimals);
  return `${value < 0 ? MINUS : "+"}${fixedText(value, decimals)}`;
}

function isNothing(value: number, decimals: number): boolean {
  return Math.abs(value) < 0.5 * 10 ** -decimals;
}
