/**
 * Fits the surface to recorded Deribit chains and says how well, expiry by expiry: `npm run surface -- FILE.csv …`.
 * Of every strike the option out of the money is used, at the mark volatility; a line without bid or ask counts for a tenth.
 * Errors in volatility points; "alone" is what they are without regard to the other expiries. Fails when an expiry is not fitted or
 * allows arbitrage. Chains are measured with, and are no part of the project.
 */
import { basename } from "node:path";
import { black } from "@/lib/pricing/black";
import { sliceFit } from "@/lib/pricing/fitQuality";
import { fitSurface, type SurfaceExpiry } from "@/lib/pricing/fitSurface";
import { fitSviSlice } from "@/lib/pricing/fitSviSlice";
import { vegaWeight } from "@/lib/pricing/fitSviTarget";
import { smileDeltas } from "@/lib/pricing/smileDelta";
import { type ArbitrageViolation, surfaceArbitrage } from "@/lib/pricing/surfaceArbitrage";
import { sviDerivatives } from "@/lib/pricing/svi";
import type { SliceFit, SurfaceSlice } from "@/lib/pricing/VolatilitySurface";
import { type ChainExpiry, type ChainLine, readChain } from "./surface/readChain";

const ONE_SIDED = 0.1;
/** Quotes of deltas 5 % to 95 %: |ln(K/F)| up to so many of their own deviations. */
const LIQUID = 1.645;

const files = process.argv.slice(2);
if (files.length === 0) throw new Error("usage: npm run surface -- FILE.csv …");
let failures = 0;
for (const file of files) {
  const expiries = readChain(file);
  for (const currency of new Set(expiries.map((expiry) => expiry.currency))) {
    failures += reportCurrency(
      `${basename(file)} ${currency}`,
      expiries.filter((expiry) => expiry.currency === currency),
    );
  }
}
console.log(failures === 0 ? "every expiry fitted, no arbitrage" : `${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;

function reportCurrency(title: string, expiries: readonly ChainExpiry[]): number {
  const begin = performance.now();
  const result = fitSurface({ slices: expiries.map(quotesOf) });
  const milliseconds = performance.now() - begin;
  if (!result.ok) {
    console.log(`${title}: not fitted, ${result.reason}`);
    return expiries.length;
  }
  const violations = surfaceArbitrage(result.surface);
  console.log(`\n${title}: ${expiries.length} expiries, ${result.fit.quotes} quotes, ${milliseconds.toFixed(1)} ms`);
  console.log(
    "expiry      quotes  rms, worst   5–95 %: quotes  rms, worst, rms alone   ATM delta: Black, sticky delta   arbitrage",
  );
  expiries.forEach((expiry, index) => {
    const slice = result.surface.slices[index];
    if (slice !== undefined) console.log(rowOf(expiry, slice, violations));
  });
  return violations.length;
}

/** Quotes by their own moneyness: the line's strike moved to the expiry's forward. */
function quotesOf({ timeToExpiryYears, lines }: ChainExpiry): SurfaceExpiry {
  const forward = lines[0]?.forward ?? Number.NaN;
  const quotes = smileOf(lines, timeToExpiryYears).map(({ k, ...quote }) => ({
    ...quote,
    strike: forward * Math.exp(k),
  }));
  return { timeToExpiryYears, forward, quotes };
}

function smileOf(lines: readonly ChainLine[], timeToExpiryYears: number) {
  return lines.filter(isOutOfTheMoney).map(({ strike, forward, markVolatility: volatility, isTwoSided }) => {
    const k = Math.log(strike / forward);
    const weight = vegaWeight({ k, volatility }, timeToExpiryYears);
    return { k, volatility, weight: isTwoSided ? weight : ONE_SIDED * weight };
  });
}

function isOutOfTheMoney({ strike, forward, isPut }: ChainLine): boolean {
  return isPut === strike < forward;
}

function rowOf(
  { expiry, timeToExpiryYears, lines }: ChainExpiry,
  slice: SurfaceSlice,
  violations: readonly ArbitrageViolation[],
): string {
  const quotes = smileOf(lines, timeToExpiryYears);
  const liquid = quotes.filter(({ k, volatility }) => Math.abs(k) < LIQUID * volatility * Math.sqrt(timeToExpiryYears));
  const alone = fitSviSlice(quotes, timeToExpiryYears);
  const own = violations.filter((violation) => violation.timeToExpiryYears === timeToExpiryYears);
  const found = own.map(({ kind, k, amount }) => `${kind} at k = ${k.toFixed(3)}: ${amount.toExponential(1)}`);
  const fitted = sliceFit(slice.svi, liquid, timeToExpiryYears);
  return [
    expiry,
    pad(quotes.length, 6),
    errorsOf(slice.fit),
    pad(liquid.length, 14),
    errorsOf(fitted),
    pad(alone.ok ? points(sliceFit(alone.svi, liquid, timeToExpiryYears).rmsVolatility) : "none", 9),
    deltasOf(slice),
    found.length === 0 ? "none" : found.join(", "),
  ].join("  ");
}

/** Of the call at the money: what the smile's slope adds when it moves along with the forward. */
function deltasOf({ svi, forward, timeToExpiryYears }: SurfaceSlice): string {
  const { w, slope } = sviDerivatives(svi, 0);
  const volatility = Math.sqrt(w / timeToExpiryYears);
  const { delta, vega } = black({ forward, strike: forward, timeToExpiryYears, volatility, isPut: false });
  const byMoneyness = slope / (2 * volatility * timeToExpiryYears);
  const { stickyStrike, stickyDelta } = smileDeltas({ delta, vega, forward, slope: byMoneyness });
  return `${pad(stickyStrike.toFixed(3), 17)} ${stickyDelta.toFixed(3)}            `;
}

function errorsOf({ rmsVolatility, worstVolatility }: SliceFit): string {
  return `${pad(points(rmsVolatility), 5)} ${pad(points(worstVolatility), 6)}`;
}

function points(volatility: number): string {
  return (100 * volatility).toFixed(2);
}

function pad(value: number | string, width: number): string {
  return String(value).padStart(width);
}
