import { expOfSum } from "@/lib/math/expOfSum";
import { normalDensity } from "@/lib/math/normal";
import { black } from "./black";
import { type BlackScholesInput, type BlackScholesTerms, blackScholesTerms } from "./blackScholesTerms";

/**
 * Price and derivatives of one option on one whole unit, in the quote. All raw: per 1.00 of spot, volatility, rate and yield, and per
 * year of calendar time t (minus the derivative in time to expiry). See screenUnits for those of the screens.
 */
export type BlackScholesResult = {
  readonly price: number;
  /** ∂/∂S. */
  readonly delta: number;
  /** ∂²/∂S². */
  readonly gamma: number;
  /** ∂/∂σ. */
  readonly vega: number;
  /** ∂/∂t. */
  readonly theta: number;
  /** ∂/∂r, the spot held. */
  readonly rho: number;
  /** ∂/∂q, the spot held. */
  readonly phi: number;
  /** ∂²/∂S∂σ. */
  readonly vanna: number;
  /** ∂²/∂σ². */
  readonly volga: number;
  /** ∂²/∂S∂t. */
  readonly charm: number;
  /** ∂²/∂σ∂t. */
  readonly veta: number;
  /** ∂³/∂S³. */
  readonly speed: number;
  /** ∂³/∂S²∂σ. */
  readonly zomma: number;
  /** ∂³/∂S²∂t. */
  readonly color: number;
  /** ∂³/∂σ³. */
  readonly ultima: number;
  /** ∂/∂K. */
  readonly dualDelta: number;
  /** ∂²/∂K²: the discounted density of the settlement price at the strike. */
  readonly dualGamma: number;
  /** Relative change of the price for a relative change of the spot: delta·S/price. NaN where the price is 0. */
  readonly elasticity: number;
  /** Probability, implied by the price, of settling in the money: Φ(±d₂). */
  readonly probabilityInTheMoney: number;
};

/**
 * Black and Scholes' formula with carry (Merton 1973) and its derivatives up to the third order, for a European option on a spot.
 *
 * price = η(S·e^(−qT)·Φ(ηd₁) − K·e^(−rT)·Φ(ηd₂)). On a forward use {@link black}, which this goes through for the price.
 * Domain: spot, strike, time, volatility ≥ 0 and finite, rates finite; outside, or NaN: every field NaN. Never throws.
 * Limits are exact: without volatility or time, and with strike or spot 0, the discounted intrinsic value and its derivatives. Where it
 * has a kink, with the forward at the strike, delta and its dual are their limit ½, vega its own, and what is unbounded there is 0.
 * Price error below 1e-15·(S + K); Greeks below 1e-14 of the terms they are sums of.
 * Source: F. Black and M. Scholes (1973), R. C. Merton (1973); Greeks as in E. G. Haug, "The Complete Guide to Option Pricing
 * Formulas" (2007), chapter 2.   Checked: vectors/blackScholes.json, vectors/haug.json.
 */
export function blackScholes(input: BlackScholesInput): BlackScholesResult {
  const terms = blackScholesTerms(input);
  if (terms === null) return NOTHING;
  const { spot, strike, timeToExpiryYears, volatility, isPut, rate, carryYield } = input;
  const { sign, discount, yieldDiscount, probability1, probability2 } = terms;
  const forward = spot * expOfSum((rate - carryYield) * timeToExpiryYears, 0);
  const { price } = black({ forward, strike, timeToExpiryYears, volatility, isPut, discount });
  const delta = sign * yieldDiscount * probability1;
  const dualDelta = 0 - sign * discount * probability2;
  const bends = bendsOf(input, terms);
  return {
    price,
    delta,
    theta: carryYield * spot * delta + rate * strike * dualDelta - bends.decay,
    rho: 0 - timeToExpiryYears * strike * dualDelta,
    phi: 0 - timeToExpiryYears * spot * delta,
    dualDelta,
    charm: carryYield * delta - bends.charmOfDensity,
    gamma: bends.gamma,
    vega: bends.vega,
    vanna: bends.vanna,
    volga: bends.volga,
    veta: bends.veta,
    speed: bends.speed,
    zomma: bends.zomma,
    color: bends.color,
    ultima: bends.ultima,
    dualGamma: bends.dualGamma,
    elasticity: (delta * spot) / price,
    probabilityInTheMoney: probability2,
  };
}

/** Everything that has the density as a factor, the same for call and put. */
type Bends = Pick<
  BlackScholesResult,
  "gamma" | "vega" | "vanna" | "volga" | "veta" | "speed" | "zomma" | "color" | "ultima" | "dualGamma"
> & {
  /** What theta and charm lose to the density. */
  readonly decay: number;
  readonly charmOfDensity: number;
};

function bendsOf(input: BlackScholesInput, terms: BlackScholesTerms): Bends {
  const { spot, strike, timeToExpiryYears, volatility, rate, carryYield } = input;
  const { d1, d2, deviation, discount, yieldDiscount } = terms;
  if (deviation === 0) return { ...FLAT, vega: vegaOfCertain(input, terms) };
  const density = yieldDiscount * terms.density1;
  const gamma = density / (spot * deviation);
  const vega = spot * density * Math.sqrt(timeToExpiryYears);
  const drift = (rate - carryYield) / deviation;
  const product = d1 * d2;
  const twice = 2 * timeToExpiryYears;
  return {
    gamma,
    vega,
    decay: (vega * volatility) / twice,
    charmOfDensity: density * (drift - d2 / twice),
    vanna: (-density * d2) / volatility,
    volga: (vega * product) / volatility,
    veta: vega * (carryYield + drift * d1 - (1 + product) / twice),
    speed: (-gamma / spot) * (d1 / deviation + 1),
    zomma: (gamma * (product - 1)) / volatility,
    color: gamma * (carryYield + drift * d1 + (1 - product) / twice),
    ultima: (-vega / (volatility * volatility)) * (product * (1 - product) + d1 * d1 + d2 * d2),
    dualGamma: (discount * terms.density2) / (strike * deviation),
  };
}

/** With the forward at the strike and nothing but volatility missing, its first unit is worth φ(0) of the discounted spot. */
function vegaOfCertain({ spot, timeToExpiryYears, volatility }: BlackScholesInput, terms: BlackScholesTerms): number {
  const isAtTheMoney = terms.d1 === 0 && volatility === 0;
  return isAtTheMoney ? spot * terms.yieldDiscount * normalDensity(0) * Math.sqrt(timeToExpiryYears) : 0;
}

const FLAT: Bends = {
  gamma: 0,
  vega: 0,
  decay: 0,
  charmOfDensity: 0,
  vanna: 0,
  volga: 0,
  veta: 0,
  speed: 0,
  zomma: 0,
  color: 0,
  ultima: 0,
  dualGamma: 0,
};

const nothing = Number.NaN;
const NOTHING: BlackScholesResult = {
  price: nothing,
  delta: nothing,
  gamma: nothing,
  vega: nothing,
  theta: nothing,
  rho: nothing,
  phi: nothing,
  vanna: nothing,
  volga: nothing,
  charm: nothing,
  veta: nothing,
  speed: nothing,
  zomma: nothing,
  color: nothing,
  ultima: nothing,
  dualDelta: nothing,
  dualGamma: nothing,
  elasticity: nothing,
  probabilityInTheMoney: nothing,
};
