import type { BlackScholesInput } from "@/lib/pricing/blackScholesTerms";
import { type DigitalPayoff, digital } from "@/lib/pricing/digital";
import { priceMeasured } from "./priceMeasured";
import { numberOf, rowOf, textOf } from "./row";
import { type Measured, measured, missed, type Row } from "./Scorer";
import { blackScholesInputOf } from "./scoreBlackScholes";

const PRICE = 1e-14;
const GREEK = 1e-12;
const GREEKS = ["delta", "gamma", "vega", "theta", "rho"] as const;

/** Set digital_ql: the price against the truth, in units of what the option can pay, and the five Greeks against QuantLib's. */
export function scoreDigital(row: Row): readonly Measured[] {
  const option = blackScholesInputOf(row);
  const payoff = payoffOf(row);
  if (option === null) return [missed("option", "neither call nor put")];
  if (payoff === null) return [missed("payoff", "neither cash nor asset")];
  const found = digital(option, payoff);
  const most = payoff.kind === "cash" ? Math.abs(payoff.amount) : option.spot;
  const price = priceMeasured(row, found.price, PRICE * most);
  if (row.quantlib === undefined) return [price];
  const scales = digitalScales(option, most);
  return [
    price,
    ...GREEKS.map((greek) => {
      const truth = textOf(rowOf(row, "quantlib"), greek);
      if (truth === null) return missed(greek, "QuantLib's value is not there");
      return measured(`${greek}, as QuantLib's`, found[greek], { truth, required: GREEK * scales[greek] });
    }),
  ];
}

function payoffOf(row: Row): DigitalPayoff | null {
  if (row.payoff === "cash") return { kind: "cash", amount: numberOf(row, "cash") };
  return row.payoff === "asset" ? { kind: "asset" } : null;
}

/** Natural sizes: what the option can pay times the derivatives of d in each argument, d₁ and d₂ taken apart into what they are sums of. */
function digitalScales(option: BlackScholesInput, most: number): Readonly<Record<(typeof GREEKS)[number], number>> {
  const { spot, strike, timeToExpiryYears: time, volatility, rate, carryYield } = option;
  const deviation = volatility * Math.sqrt(time);
  const size = Math.abs(Math.log(spot / strike) + (rate - carryYield) * time) / deviation + 0.5 * deviation;
  const perDeviation = 1 / deviation;
  return {
    delta: (most / spot) * (1 + perDeviation),
    gamma: (most / (spot * spot)) * perDeviation * (1 + size * perDeviation),
    vega: (most * size) / volatility,
    theta:
      most * (Math.abs(rate) + Math.abs(carryYield) + Math.abs(rate - carryYield) * perDeviation + size / (2 * time)),
    rho: most * time * (1 + perDeviation),
  };
}
