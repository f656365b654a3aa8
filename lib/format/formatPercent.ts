import { fixedText, NO_NUMBER, type SignStyle, signOf } from "./numberText";

/** A share as a percentage, a level: 0.585 → `58.50%`. Two decimals for epoch results, one for annual and tail figures, none for shares. */
export function formatPercent(share: number, decimals = 2): string {
  return percentText(share, decimals, "level");
}

/** A gain or result as a percentage, always with its sign: `+1.16%`; exact zero has none. */
export function formatSignedPercent(share: number, decimals = 2): string {
  return percentText(share, decimals, "result");
}

/** Odds in whole percent; what is possible is never 0 % and what is not certain never 100 %: `<1%`, `>99%`. */
export function formatOdds(probability: number): string {
  if (probability > 0 && probability < 0.01) return "<1%";
  if (probability > 0.99 && probability < 1) return ">99%";
  return percentText(probability, 0, "level");
}

/** An annualised volatility: 0.585 → `58.5%`. */
export function formatVolatility(volatility: number): string {
  return percentText(volatility, 1, "level");
}

/** A change of volatility, in points and never in percent: 0.1 → `+10 pts`. */
export function formatPoints(change: number): string {
  const points = change * 100;
  const decimals = Math.abs(points - Math.round(points)) < 0.05 ? 0 : 1;
  const text = fixedText(points, decimals);
  return Number.isFinite(change) ? `${signOf(change, text, "result")}${text} pts` : NO_NUMBER;
}

function percentText(share: number, decimals: number, style: SignStyle): string {
  if (!Number.isFinite(share)) return NO_NUMBER;
  const text = fixedText(share * 100, decimals);
  return `${signOf(share, text, style)}${text}%`;
}
