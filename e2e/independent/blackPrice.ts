/** Steps of Simpson's rule over a normal density: errors below 1e-12, and below 1e-6 where a scenario is one of many. */
const STEPS = 2_000;
const FEW_STEPS = 60;
const BOUND = 9;

/** Φ(x) by Simpson's rule: slow, and nothing of the app's own. */
function normalCdf(x: number, steps: number): number {
  const to = Math.max(-BOUND, Math.min(BOUND, x));
  const width = to / steps;
  let sum = 0;
  for (let index = 0; index <= steps; index += 1) {
    const weight = index === 0 || index === steps ? 1 : index % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-0.5 * (index * width) ** 2);
  }
  return 0.5 + (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

/** An option on a coin whose forward is its spot. */
export type PlainOption = {
  readonly isPut: boolean;
  readonly strike: number;
  readonly years: number;
  readonly volatility: number;
};

/** Black's price and delta; at or past expiry the payoff. */
export function blackPrice({ isPut, strike, years, volatility }: PlainOption, spot: number, isOneOfMany = false) {
  const deviation = volatility * Math.sqrt(Math.max(0, years));
  const sign = isPut ? -1 : 1;
  if (!(deviation > 0))
    return { price: Math.max(0, sign * (spot - strike)), delta: sign * (spot - strike) > 0 ? sign : 0 };
  const d1 = Math.log(spot / strike) / deviation + deviation / 2;
  const steps = isOneOfMany ? FEW_STEPS : STEPS;
  const [in1, in2] = [normalCdf(sign * d1, steps), normalCdf(sign * (d1 - deviation), steps)];
  return { price: sign * (spot * in1 - strike * in2), delta: sign * in1 };
}

/** The volatility of a price, by halving between 0 and 1,000 %. */
export function volatilityOf(price: number, option: Omit<PlainOption, "volatility">, spot: number): number {
  let [low, high] = [0, 10];
  for (let halving = 0; halving < 60; halving += 1) {
    const volatility = (low + high) / 2;
    if (blackPrice({ ...option, volatility }, spot).price > price) high = volatility;
    else low = volatility;
  }
  return (low + high) / 2;
}
