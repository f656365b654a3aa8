import { batesStrip } from "@/lib/pricing/batesStrip";
import type { HestonParameters } from "@/lib/pricing/HestonParameters";
import { hestonStrip } from "@/lib/pricing/hestonStrip";
import { kouStrip } from "@/lib/pricing/kouStrip";
import { mertonStrip } from "@/lib/pricing/mertonStrip";
import type { OptionStrip, StripValues } from "@/lib/pricing/PricingModel";
import { ofSpot, priceMeasured } from "./priceMeasured";
import { numberOf, rowOf, textOf } from "./row";
import { type Measured, measured, missed, type Row, type Scorer } from "./Scorer";
import { type StripOption, seenFromSpot, stripOptionOf } from "./stripOption";

const STOCHASTIC_VOLATILITY = 1e-10;
const JUMP_DIFFUSION = 1e-12;
const GREEK = 1e-12;
const GREEKS = ["delta", "gamma", "vega", "theta", "rho"] as const;

type Law = (row: Row, strip: OptionStrip) => StripValues;

const merton: Law = (row, strip) =>
  mertonStrip(
    {
      volatility: numberOf(row, "vol"),
      jumpIntensity: numberOf(row, "lambda"),
      meanLogJump: numberOf(row, "meanLogJump"),
      jumpDeviation: numberOf(row, "jumpVol"),
    },
    strip,
  );

const mertonOfHaug: Law = (row, strip) =>
  mertonStrip(
    {
      volatility: numberOf(row, "diffusive_vol"),
      jumpIntensity: numberOf(row, "lambda_"),
      meanLogJump: numberOf(row, "mean_log_jump"),
      jumpDeviation: numberOf(row, "jump_vol"),
    },
    strip,
  );

const kou: Law = (row, strip) =>
  kouStrip(
    {
      volatility: numberOf(row, "sigma"),
      jumpIntensity: numberOf(row, "lambda_"),
      upProbability: numberOf(row, "p"),
      upRate: numberOf(row, "eta1"),
      downRate: numberOf(row, "eta2"),
    },
    strip,
  );

const bates: Law = (row, strip) =>
  batesStrip(
    {
      ...hestonOf(row),
      jumpIntensity: numberOf(row, "lambda"),
      meanLogJump: numberOf(row, "nu"),
      jumpDeviation: numberOf(row, "delta"),
    },
    strip,
  );

/** Sets heston_published, heston_ql; bates_ql; kou; merton_haug: the price alone. */
export const scoreHeston = priceScorer((row, strip) => hestonStrip(hestonOf(row), strip), STOCHASTIC_VOLATILITY);
export const scoreBates = priceScorer(bates, STOCHASTIC_VOLATILITY);
export const scoreKou = priceScorer(kou, JUMP_DIFFUSION);
export const scoreMertonOfHaug = priceScorer(mertonOfHaug, JUMP_DIFFUSION);

/** Set merton_ql: the price against the truth, and the Greeks against QuantLib's, in units of their natural size at the money. */
export const scoreMerton: Scorer = (row) => {
  const option = stripOptionOf(row);
  if (option === null) return [missed("option", "neither call nor put")];
  const found = seenFromSpot(option, merton(row, option.strip));
  const scales = scalesAtTheMoney(row, option);
  return [
    priceMeasured(row, found.price, ofSpot(row, JUMP_DIFFUSION)),
    ...GREEKS.map((greek): Measured => {
      const truth = textOf(rowOf(row, "quantlib"), greek);
      if (truth === null) return missed(greek, "QuantLib's value is not there");
      return measured(`${greek}, as QuantLib's`, found[greek], { truth, required: GREEK * scales[greek] });
    }),
  ];
};

function priceScorer(law: Law, share: number): Scorer {
  return (row) => {
    const option = stripOptionOf(row);
    if (option === null) return [missed("option", "neither call nor put")];
    const { price } = seenFromSpot(option, law(row, option.strip));
    return [priceMeasured(row, price, ofSpot(row, share))];
  };
}

function hestonOf(row: Row): HestonParameters {
  return {
    initialVariance: numberOf(row, "v0"),
    meanReversion: numberOf(row, "kappa"),
    longRunVariance: numberOf(row, "theta"),
    volatilityOfVariance: numberOf(row, "sigma"),
    correlation: numberOf(row, "rho"),
  };
}

/** Those of Black's formula at the diffusion's volatility, without the density's fall away from the money. */
function scalesAtTheMoney(
  row: Row,
  { spot, timeToExpiryYears }: StripOption,
): Readonly<Record<(typeof GREEKS)[number], number>> {
  const volatility = numberOf(row, "vol");
  const root = Math.sqrt(timeToExpiryYears);
  return {
    delta: 1,
    gamma: 1 / (spot * volatility * root),
    vega: spot * root,
    theta: (spot * volatility) / root,
    rho: spot * timeToExpiryYears,
  };
}
