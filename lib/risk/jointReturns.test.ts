import { expect, test } from "vitest";
import { randomStream } from "@/lib/math/randomStream";
import { annualVolatility, correlationMatrix, jointReturns } from "./jointReturns";

const DAY = 86_400;

test("default: returns of the days on which both coins have a close", () => {
  const days = [0, 1, 2, 3].map((day) => day * DAY);
  const eth = { coin: "ETH", days, closes: [null, 100, 110, 99] };
  const btc = { coin: "BTC", days, closes: [900, 1_000, 1_000, 1_250] };
  const { columns } = jointReturns([eth, btc], ["BTC", "ETH"]);
  expect(columns.map((column) => [...column])).toEqual([
    [0, Math.log(1.25)],
    [Math.log(1.1), Math.log(0.9)],
  ]);
  expect(jointReturns([eth], ["ETH", "BTC"]).columns.map(({ length }) => length)).toEqual([0, 0]);
  expect(jointReturns([eth], [])).toEqual({ coins: [], columns: [] });
});

test("behavior: correlation and volatility of drawn returns are those they were drawn with, within 4 standard errors", () => {
  const stream = randomStream({ seed: 11 });
  const days = 4_000;
  const shock = Array.from({ length: days }, () => stream.normal());
  const eth = Float64Array.from(shock, (value) => 0.03 * value);
  const btc = Float64Array.from(shock, (value) => 0.02 * (0.8 * value + 0.6 * stream.normal()));
  const [[own, cross] = []] = correlationMatrix({ columns: [eth, btc] });
  expect(own).toBe(1);
  expect(Math.abs((cross ?? NaN) - 0.8)).toBeLessThan((4 * (1 - 0.64)) / Math.sqrt(days));
  const expected = 0.03 * Math.sqrt(365);
  expect(Math.abs(annualVolatility(eth) - expected)).toBeLessThan((4 * expected) / Math.sqrt(2 * days));
});

test("error: a coin that does not move has no correlation", () => {
  const [[, cross] = []] = correlationMatrix({ columns: [new Float64Array(5), Float64Array.of(1, 2, 3, 4, 5)] });
  expect(cross).toBeNaN();
});
