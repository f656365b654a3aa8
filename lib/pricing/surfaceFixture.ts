import { type RandomStream, randomStream } from "@/lib/math/randomStream";
import type { SurfaceExpiry } from "./fitSurface";
import { ssviToRaw } from "./ssvi";
import type { RawSvi, VolatilitySurface } from "./VolatilitySurface";

/** SSVI with φ = η/√θ, one volatility at the money for all expiries: free of arbitrage for η(1 + |ρ|) ≤ 2. */
export type KnownSurface = { readonly volatility: number; readonly rho: number; readonly eta: number };

/** The slice of a known surface at a time. */
export function knownSlice({ volatility, rho, eta }: KnownSurface, timeToExpiryYears: number): RawSvi {
  const theta = volatility * volatility * timeToExpiryYears;
  return ssviToRaw({ theta, rho, phi: eta / Math.sqrt(theta) });
}

/** A known surface as plain data, forwards growing by 3 % a year from 100. */
export function knownSurface(known: KnownSurface, times: readonly number[]): VolatilitySurface {
  return {
    slices: times.map((timeToExpiryYears) => ({
      timeToExpiryYears,
      forward: 100 * Math.exp(0.03 * timeToExpiryYears),
      svi: knownSlice(known, timeToExpiryYears),
      fit: { quotes: 0, rmsVolatility: 0, worstVolatility: 0 },
    })),
  };
}

/** A chain out of nowhere: random expiries, strikes, levels that differ from expiry to expiry, and noise in every quote. */
export function randomChain(
  seed: number,
  { expiries, noise }: { readonly expiries: number; readonly noise: number },
): readonly SurfaceExpiry[] {
  const stream = randomStream({ seed });
  const known = {
    volatility: 0.3 + 0.7 * stream.uniform(),
    rho: 1.6 * stream.uniform() - 0.8,
    eta: 0.3 + stream.uniform(),
  };
  let timeToExpiryYears = 0;
  return Array.from({ length: expiries }, () => {
    timeToExpiryYears += 0.003 + 0.2 * stream.uniform() ** 3;
    const level = { ...known, volatility: known.volatility * (1 + noise * stream.normal()) };
    const quotes = randomQuotes(stream, { slice: knownSlice(level, timeToExpiryYears), timeToExpiryYears, noise });
    return { timeToExpiryYears, forward: 100, quotes };
  });
}

function randomQuotes(
  { uniform, normal }: RandomStream,
  {
    slice,
    timeToExpiryYears,
    noise,
  }: { readonly slice: RawSvi; readonly timeToExpiryYears: number; readonly noise: number },
): SurfaceExpiry["quotes"] {
  const { a, b, rho, m, sigma } = slice;
  const deviation = Math.sqrt(a + b * (Math.sqrt(m * m + sigma * sigma) - rho * m));
  return Array.from({ length: 1 + Math.floor(24 * uniform()) }, () => {
    const k = 3 * deviation * (2 * uniform() - 1);
    const w = a + b * (rho * (k - m) + Math.sqrt((k - m) ** 2 + sigma * sigma));
    return {
      strike: 100 * Math.exp(k),
      volatility: Math.max(0.02, Math.sqrt(w / timeToExpiryYears) + noise * normal()),
    };
  });
}
