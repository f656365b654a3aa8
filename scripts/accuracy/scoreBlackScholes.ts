import { blackScholes } from "@/lib/pricing/blackScholes";
import type { BlackScholesInput } from "@/lib/pricing/blackScholesTerms";
import { greekScales } from "./greekScales";
import { ofSpot, priceMeasured } from "./priceMeasured";
import { isPutOf, numberOf, rowOf, textOf, yearsOf } from "./row";
import { type Measured, measured, missed, type Row } from "./Scorer";

const PRICE = 1e-14;
const GREEK = 1e-12;
const DAYS_PER_YEAR = 365;

/** The 17 values that a row of the Greeks' set has to have. */
const VALUES = [
  "price",
  "delta",
  "gamma",
  "vega",
  "theta",
  "rho",
  "phi",
  "vanna",
  "volga",
  "charm",
  "veta",
  "speed",
  "zomma",
  "color",
  "ultima",
  "dualDelta",
  "dualGamma",
] as const;
type Value = (typeof VALUES)[number] | "elasticity";

/** What else the measures are called, in small letters without underlines. */
const MEASURES: Readonly<Record<string, Value>> = {
  ...Object.fromEntries([...VALUES, "elasticity" as const].map((value) => [value.toLowerCase(), value])),
  lambda: "elasticity",
  value: "price",
  dividendrho: "phi",
  strikesensitivity: "dualDelta",
};

/** The row's option; null where it is neither call nor put. */
export function blackScholesInputOf(row: Row): BlackScholesInput | null {
  const isPut = isPutOf(row);
  if (isPut === null) return null;
  return {
    spot: numberOf(row, "S"),
    strike: numberOf(row, "K"),
    timeToExpiryYears: yearsOf(row),
    volatility: numberOf(row, "vol"),
    isPut,
    rate: numberOf(row, "r"),
    carryYield: numberOf(row, "q"),
  };
}

/** Set bs_haug: one value a row, named by its measure. */
export function scoreHaug(row: Row): readonly Measured[] {
  const option = blackScholesInputOf(row);
  const name = String(row.measure).toLowerCase().replaceAll("_", "");
  const isPerDay = name === "thetaperday";
  const value = isPerDay ? "theta" : MEASURES[name];
  if (option === null) return [missed("option", "neither call nor put")];
  if (value === undefined) return [missed(String(row.measure), "no measure of that name")];
  const actual = blackScholes(option)[value] / (isPerDay ? DAYS_PER_YEAR : 1);
  if (value === "price") return [priceMeasured(row, actual, ofSpot(row, PRICE))];
  const truth = textOf(row, "mp_value");
  if (truth === null) return [missed(value, "the row has no truth")];
  const scale = greekScales(option)[value] ?? Math.abs(Number(truth)) * (isPerDay ? DAYS_PER_YEAR : 1);
  return [measured(String(row.measure), actual, { truth, required: (GREEK * scale) / (isPerDay ? DAYS_PER_YEAR : 1) })];
}

/** Set bs_greeks_ql: price and sixteen Greeks a row, all against the truth. */
export function scoreGreeks(row: Row): readonly Measured[] {
  const option = blackScholesInputOf(row);
  if (option === null) return [missed("option", "neither call nor put")];
  const found = blackScholes(option);
  const scales = greekScales(option);
  const truths = rowOf(row, "mp");
  const unknown = Object.keys(truths).filter((name) => !VALUES.some((value) => value === name));
  return [
    ...unknown.map((name) => missed(name, "no Greek of that name")),
    ...VALUES.map((value) => {
      const truth = textOf(truths, value);
      if (truth === null) return missed(value, "the row has no truth");
      const scale = scales[value] ?? Math.abs(Number(truth));
      const required = value === "price" ? ofSpot(row, PRICE) : GREEK * scale;
      return measured(value, found[value], { truth, required });
    }),
  ];
}
