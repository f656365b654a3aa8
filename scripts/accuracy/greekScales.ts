import type { BlackScholesInput } from "@/lib/pricing/blackScholesTerms";

/**
 * The natural size of each Greek of Black and Scholes: the sum of the sizes of the terms that its closed form adds, with d₁ and d₂ taken
 * apart into what they are sums of. Where a Greek is one product it is its own size, and `null` stands for that. Written apart from the code that is
 * scored, in plain doubles.
 */
export function greekScales(option: BlackScholesInput): Readonly<Record<string, number | null>> {
  const { spot, strike, timeToExpiryYears: time, volatility, rate, carryYield } = option;
  const deviation = volatility * Math.sqrt(time);
  const centre = (Math.log(spot / strike) + (rate - carryYield) * time) / deviation;
  const density =
    (Math.exp(-carryYield * time) * Math.exp(-0.5 * (centre + 0.5 * deviation) ** 2)) / Math.sqrt(2 * Math.PI);
  const size = Math.abs(centre) + 0.5 * deviation;
  const square = size * size;
  const gamma = density / (spot * deviation);
  const vega = spot * density * Math.sqrt(time);
  const drift = Math.abs(rate - carryYield) / deviation;
  const passing = Math.abs(carryYield) + drift * size + (1 + square) / (2 * time);
  const carried =
    Math.abs(carryYield) * spot * Math.exp(-carryYield * time) + Math.abs(rate) * strike * Math.exp(-rate * time);
  return {
    delta: null,
    gamma: null,
    vega: null,
    rho: null,
    phi: null,
    dualDelta: null,
    dualGamma: null,
    elasticity: null,
    theta: (vega * volatility) / (2 * time) + carried,
    vanna: (density * size) / volatility,
    volga: (vega * square) / volatility,
    charm: Math.abs(carryYield) + density * (drift + size / (2 * time)),
    veta: vega * passing,
    speed: (gamma / spot) * (size / deviation + 1),
    zomma: (gamma * (1 + square)) / volatility,
    color: gamma * passing,
    ultima: (vega / (volatility * volatility)) * square * (3 + square),
  };
}
