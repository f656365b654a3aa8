import { expect, test } from "vitest";
import { black } from "./black";
import { coinDelta } from "./screenUnits";
import { minimumVarianceDelta, smileDeltas } from "./smileDelta";
import { knownSurface } from "./surfaceFixture";
import { strikeVolatility, surfaceSlope } from "./surfaceVolatility";

const SURFACE = knownSurface({ volatility: 0.7, rho: -0.4, eta: 0.9 }, [0.05, 0.25]);
const TIME = 0.1;

test.each([80, 100, 125])(
  "behavior: sticky deltas of the strike %d are differences of the price, the smile standing or moving along",
  (strike) => {
    const forward = 100;
    const volatility = strikeVolatility(SURFACE, { strike, timeToExpiryYears: TIME, forward });
    const priced = (at: number, own: number) =>
      black({ forward: at, strike, timeToExpiryYears: TIME, volatility: own, isPut: false });
    const { delta, vega } = priced(forward, volatility);
    const slope = surfaceSlope(SURFACE, { strike, timeToExpiryYears: TIME, forward }).byLogMoneyness;
    const deltas = smileDeltas({ delta, vega, forward, slope });
    const step = 1e-3;
    const difference = (price: (at: number) => number) => (price(forward + step) - price(forward - step)) / (2 * step);
    const standing = difference((at) => priced(at, volatility).price);
    const moving = difference(
      (at) => priced(at, strikeVolatility(SURFACE, { strike, timeToExpiryYears: TIME, forward: at })).price,
    );
    expect(deltas.stickyStrike).toBeCloseTo(standing, 8);
    expect(deltas.stickyDelta).toBeCloseTo(moving, 8);
    expect(Math.sign(deltas.stickyDelta - deltas.stickyStrike)).toBe(-Math.sign(slope));
  },
);

test("default: the coin delta is how the value in coin moves with the coin's price", () => {
  const option = { strike: 90, timeToExpiryYears: TIME, volatility: 0.7, isPut: true };
  const { delta, price } = black({ forward: 100, ...option });
  const inCoin = (forward: number) => black({ forward, ...option }).price / forward;
  const difference = (100 * (inCoin(100.001) - inCoin(99.999))) / 0.002;
  expect(coinDelta({ delta, price, forward: 100 })).toBeCloseTo(difference, 8);
  expect(coinDelta({ delta: 1, price: 100, forward: 100 })).toBe(0);
});

test("default: the minimum-variance delta leaves nothing to a variance that moves with the price", () => {
  const heston = {
    delta: 0.4,
    vega: 12,
    forward: 100,
    initialVariance: 0.36,
    volatilityOfVariance: 0.8,
    correlation: -0.6,
  };
  expect(minimumVarianceDelta(heston)).toBeCloseTo(0.4 + ((-0.6 * 0.8) / 100) * (12 / 1.2), 14);
  // A move of the price by dF = √v·F·dW moves the variance by ρσ√v·dW on average: ρσ/F per unit of price.
  const move = 0.001;
  const variance =
    heston.initialVariance + ((heston.correlation * heston.volatilityOfVariance) / heston.forward) * move;
  const change = heston.delta * move + heston.vega * (Math.sqrt(variance) - Math.sqrt(heston.initialVariance));
  expect(minimumVarianceDelta(heston)).toBeCloseTo(change / move, 6);
  expect(minimumVarianceDelta({ ...heston, correlation: 0 })).toBe(0.4);
  expect(minimumVarianceDelta({ ...heston, initialVariance: 0 })).toBeNaN();
});
