import type { BlackScholesInput } from "@/lib/pricing/blackScholesTerms";
import { type DigitalResult, digital } from "@/lib/pricing/digital";
import { priceMeasured } from "./priceMeasured";
import { numberOf, rowOf, textOf } from "./row";
import { type Measured, measured, missed, type Row } from "./Scorer";
import { blackScholesInputOf } from "./scoreBlackScholes";

const PRICE = 1e-14;
const GREEK = 1e-12;
const GREEKS = ["delta", "gamma", "vega", "theta", "rho"] as const;

/** Where a gap option's second strike, the amount it pays the difference to, may stand. */
const SECOND_STRIKES = ["K2", "strike2", "secondStrike", "second_strike", "cash"];

/** A digital option's values and the most that it can pay. */
type Digital = { readonly found: DigitalResult; readonly most: number };

/** Set digital_ql: the price against the truth, in units of what the option can pay, and the five Greeks against QuantLib's. */
export function scoreDigital(row: Row): readonly Measured[] {
  const option = blackScholesInputOf(row);
  if (option === null) return [missed("option", "neither call nor put")];
  const valued = digitalOf(row, option);
  if (valued === null) return [missed(String(row.payoff), "no payoff of that name")];
  const { found, most } = valued;
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

/** Cash or nothing, asset or nothing, or the gap between the two: an asset for the second strike. */
function digitalOf(row: Row, option: BlackScholesInput): Digital | null {
  const asset = digital(option, { kind: "asset" });
  if (row.payoff === "asset") return { found: asset, most: option.spot };
  if (row.payoff === "cash") {
    const amount = numberOf(row, "cash");
    return { found: digital(option, { kind: "cash", amount }), most: Math.abs(amount) };
  }
  if (row.payoff !== "gap") return null;
  const amount = numberOf(row, SECOND_STRIKES.find((key) => row[key] !== undefined) ?? "K2");
  const cash = digital(option, { kind: "cash", amount });
  const sign = option.isPut ? -1 : 1;
  const gap = (name: keyof DigitalResult) => sign * (asset[name] - cash[name]);
  const found = {
    price: gap("price"),
    delta: gap("delta"),
    gamma: gap("gamma"),
    vega: gap("vega"),
    theta: gap("theta"),
    rho: gap("rho"),
  };
  return { found, most: option.spot + Math.abs(amount) };
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
