import type { PositionGreeks } from "@/lib/risk/positionGreeks";
import { formatSignedUsd, formatUsd } from "./formatUsd";
import { type GammaMove, gammaMove } from "./gammaMove";
import { fixedText, MINUS, NO_NUMBER } from "./numberText";

/** One sensitivity: value with sign, its unit, and what it means for these numbers. */
export type GreekText = {
  readonly name: "Delta" | "Gamma" | "Vega" | "Theta";
  readonly value: string;
  readonly unit: string;
  readonly sentence: string;
};

/** The underlying's symbol, and its price in dollars: it decides which move gamma is told for. */
export type GreekSubject = {
  readonly underlying: string;
  readonly spot: number;
  /** Less than a day is left: what is told of a day is told until the expiry. */
  readonly isLastDay?: boolean;
};

/**
 * Delta, gamma, vega and theta of a position with its own numbers. Units are fixed: the coin, per move, per point, per day. Theta's
 * figure is the rate of now, its sentence what a whole day brings.
 */
export function describeGreeks(greeks: PositionGreeks, subject: GreekSubject): readonly GreekText[] {
  const { underlying, spot } = subject;
  const move = gammaMove(spot);
  const { delta, vegaPerPoint, thetaPerDay } = greeks;
  const gamma = greeks.gamma * move.dollars;
  return [
    {
      name: "Delta",
      value: signedCoins(delta),
      unit: underlying,
      sentence: deltaSentence(delta, underlying, move),
    },
    {
      name: "Gamma",
      value: signedCoins(gamma),
      unit: `${underlying} per ${move.text}`,
      sentence: gammaSentence(gamma, move.text),
    },
    { name: "Vega", value: signedDollars(vegaPerPoint), unit: "per vol pt", sentence: vegaSentence(vegaPerPoint) },
    {
      name: "Theta",
      value: signedDollars(thetaPerDay),
      unit: "per day",
      sentence: thetaSentence(greeks.nextDayUsd, subject),
    },
  ];
}

function deltaSentence(delta: number, underlying: string, move: GammaMove): string {
  if (!Number.isFinite(delta)) return "Not known without a volatility.";
  if (isNothing(delta, 3)) return `Hardly moves with ${underlying} now.`;
  const acts = delta < 0 ? "being short" : "owning";
  return `Acts like ${acts} ${fixedText(delta, coinDecimals(delta))} ${underlying}. ${underlying} up ${move.text}: ${signedDollars(delta * move.dollars)}.`;
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
  return `You ${vega < 0 ? "lose" : "gain"} ${dollars(vega)} if implied volatility rises 1 point.`;
}

function thetaSentence(brought: number, { underlying, isLastDay = false }: GreekSubject): string {
  if (!Number.isFinite(brought)) return "Not known without a volatility.";
  if (isNothing(brought, 2)) return "Standing still changes hardly anything.";
  const time = isLastDay ? "until expiry" : "for a whole day";
  const verb = brought < 0 ? "costs" : "brings";
  return `The rate right now. ${underlying} standing still ${time} ${verb} you ${dollars(brought)}.`;
}

/** From here on a coin's thousandths, and from there a dollar's cents, are noise: the sums of a whole vault. */
const TENTHS_FROM = 100;
const WHOLE_DOLLARS_FROM = 10_000;

function coinDecimals(value: number): number {
  return Math.abs(value) >= TENTHS_FROM ? 1 : 3;
}

/** So many coins with their sign: `+0.075`, `−128.4`; zero has none. */
export function signedCoins(coins: number): string {
  return signedFixed(coins, coinDecimals(coins));
}

function signedDollars(usd: number): string {
  return formatSignedUsd(usd, Math.abs(usd) >= WHOLE_DOLLARS_FROM ? 0 : 2);
}

/** Without its sign, which the verb says. */
function dollars(usd: number): string {
  return formatUsd(Math.abs(usd), Math.abs(usd) >= WHOLE_DOLLARS_FROM ? 0 : 2);
}

function signedFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  if (isNothing(value, decimals)) return fixedText(0, decimals);
  return `${value < 0 ? MINUS : "+"}${fixedText(value, decimals)}`;
}

function isNothing(value: number, decimals: number): boolean {
  return Math.abs(value) < 0.5 * 10 ** -decimals;
}
