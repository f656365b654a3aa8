/**
 * Fits the surface to recorded Deribit chains and says how well, expiry by expiry: `npm run surface -- FILE.csv …`.
 * Of every strike the option out of the money is used, at the mark volatility; a line without bid or ask counts for a tenth.
 * Fails when an expiry is not fitted or allows arbitrage. Chains are measured with, and are no part of the project.
 */
import { basename } from "node:path";
import { fitSurface, type SurfaceExpiry } from "@/lib/pricing/fitSurface";
import { vegaWeight } from "@/lib/pricing/fitSviTarget";
import { type ArbitrageViolation, surfaceArbitrage } from "@/lib/pricing/surfaceArbitrage";
import { sviTotalVariance } from "@/lib/pricing/svi";
import type { SurfaceSlice } from "@/lib/pricing/VolatilitySurface";
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
  console.log("expiry      quotes  rms, worst (points)  delta 5–95 %: quotes  rms, worst  arbitrage");
  expiries.forEach((expiry, index) => {
    const slice = result.surface.slices[index];
    if (slice !== undefined) console.log(rowOf(expiry, slice, violations));
  });
  return violations.length;
}

/** Quotes by their own moneyness: the line's strike moved to the expiry's forward. */
function quotesOf({ timeToExpiryYears, lines }: ChainExpiry): SurfaceExpiry {
  const forward = lines[0]?.forward ?? Number.NaN;
  const quotes = lines.filter(isOutOfTheMoney).map((line) => {
    const weight = vegaWeight(
      { k: Math.log(line.strike / line.forward), volatility: line.markVolatility },
      timeToExpiryYears,
    );
    return {
      strike: (line.strike * forward) / line.forward,
      volatility: line.markVolatility,
      weight: line.isTwoSided ? weight : ONE_SIDED * weight,
    };
  });
  return { timeToExpiryYears, forward, quotes };
}

function isOutOfTheMoney({ strike, forward, isPut }: ChainLine): boolean {
  return isPut === strike < forward;
}

function rowOf(
  { expiry, timeToExpiryYears, lines }: ChainExpiry,
  slice: SurfaceSlice,
  violations: readonly ArbitrageViolation[],
): string {
  const errors = lines.filter(isOutOfTheMoney).map(({ strike, forward, markVolatility }) => {
    const k = Math.log(strike / forward);
    const error = Math.sqrt(sviTotalVariance(slice.svi, k) / timeToExpiryYears) - markVolatility;
    return { error, isLiquid: Math.abs(k) < LIQUID * markVolatility * Math.sqrt(timeToExpiryYears) };
  });
  const liquid = errors.filter(({ isLiquid }) => isLiquid);
  const own = violations.filter((violation) => violation.timeToExpiryYears === timeToExpiryYears);
  const verdict =
    own.length === 0
      ? "none"
      : own.map(({ kind, k, amount }) => `${kind} at k = ${k.toFixed(3)}: ${amount.toExponential(1)}`).join(", ");
  return `${expiry}  ${pad(errors.length, 6)}  ${errorsOf(errors)}        ${pad(liquid.length, 13)}  ${errorsOf(liquid)}  ${verdict}`;
}

function errorsOf(errors: readonly { readonly error: number }[]): string {
  const rms = Math.sqrt(errors.reduce((sum, { error }) => sum + error * error, 0) / errors.length);
  const worst = Math.max(...errors.map(({ error }) => Math.abs(error)));
  return `${pad((100 * rms).toFixed(2), 5)} ${pad((100 * worst).toFixed(2), 6)}`;
}

function pad(value: number | string, width: number): string {
  return String(value).padStart(width);
}
