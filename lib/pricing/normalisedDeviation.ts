import { normalisedBlack } from "./normalisedBlack";

/** Scales Newton's slope: chooses the path to the root, not the root. */
const INVERSE_SQRT_2PI = 0.3989422804014327;
const MAX_STEPS = 100;
const CLOSE = 1e-11;

/** A function increasing in s that Newton's method follows quickly, with its slope. */
type Objective = (s: number) => { readonly value: number; readonly slope: number };

/**
 * The deviation s = σ√T at which the normalised Black price of {@link normalisedBlack} is `price`, to about ten digits.
 *
 * Below the inflection s_c = √(2|x|) Newton works on (−ln b)^(−½), which is nearly linear in s there; above it on
 * −ln(1 − b/b_max), which is convex, from the bound s ≤ q + √(q² + 2|x|), q² = −2·ln(1 − b/b_max). Both never leave
 * their bracket.   Domain: x ≤ 0, 0 < price < b_max = e^(x/2).
 */
export function normalisedDeviation(x: number, price: number): number {
  const highest = Math.exp(0.5 * x);
  const inflection = Math.sqrt(-2 * x);
  const slopeAt = (s: number): number => INVERSE_SQRT_2PI * Math.exp(-0.5 * ((x / s) ** 2 + 0.25 * s * s));
  if (price < normalisedBlack(x, inflection)) {
    const low: Objective = (s) => {
      const b = normalisedBlack(x, s);
      if (b === 0) return { value: 0, slope: 0 };
      const minusLog = -Math.log(b);
      return { value: minusLog ** -0.5, slope: (0.5 * minusLog ** -1.5 * slopeAt(s)) / b };
    };
    const start = Math.min(-x / Math.sqrt(-2 * Math.log(price)), inflection);
    return solved(low, { lower: 0, upper: inflection, start, target: (-Math.log(price)) ** -0.5 });
  }
  const lost = (b: number): number => -Math.log1p(-b / highest);
  const high: Objective = (s) => {
    const b = normalisedBlack(x, s);
    return { value: lost(b), slope: slopeAt(s) / (highest - b) };
  };
  const target = lost(price);
  const upper = Math.sqrt(2 * target) + Math.sqrt(2 * target - 2 * x);
  return solved(high, { lower: inflection, upper, start: upper, target });
}

/** Newton's method, halving the bracket whenever a step would leave it. */
function solved(
  objective: Objective,
  from: { readonly lower: number; readonly upper: number; readonly start: number; readonly target: number },
): number {
  let { lower, upper, start: s } = from;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { value, slope } = objective(s);
    if (value < from.target) lower = s;
    else upper = s;
    const newton = s + (from.target - value) / slope;
    const next = newton > lower && newton < upper ? newton : 0.5 * (lower + upper);
    const isClose = Math.abs(next - s) <= CLOSE * s;
    s = next;
    if (isClose) return s;
  }
  return s;
}
