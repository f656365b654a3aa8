import { invariant } from "@/lib/errors/invariant";
import { blackScholes } from "@/lib/pricing/blackScholes";
import { bookValues } from "../bookValues";
import type { BookLeg, BookPart, RiskBook } from "../RiskBook";
import { type Attribution, summedAttribution } from "./Attribution";

/** What came and went through one part in the period, in dollars; 0 where left out. */
export type PartFlows = {
  readonly premium?: number;
  readonly fees?: number;
  readonly deposits?: number;
  /** What the price did, up to the end, to coins that came or went within the period: told with the price's own effect. */
  readonly delta?: number;
};

/** A book at the start of a period, and where the period ended. */
export type AttributionInput = {
  readonly start: RiskBook;
  /** Dollars of each coin at the end, in the book's order. */
  readonly endSpots: readonly number[];
  /** Volatility of each leg at the end, part by part: at the price of the end, whatever the smile did. */
  readonly endVolatilities: readonly (readonly number[])[];
  readonly elapsedYears: number;
  /** Dollars that each part is worth at the end, with all that came in. */
  readonly endValues: readonly number[];
  /** In the book's order; none where left out. */
  readonly flows?: readonly PartFlows[];
  /** Dollars that each part was worth before the period's sales, where those changed it at once: `flows` then name that as premium. */
  readonly startValues?: readonly number[];
};

/** By part, in the book's order, and the whole. */
export type BookAttribution = { readonly parts: readonly Attribution[]; readonly whole: Attribution };

/**
 * Where a period's change came from: Taylor's terms of every option at the start, what came and went, and the rest. With small moves the rest
 * vanishes faster than their square, time being of the order of a price move squared. An epoch that ends within the period, and any large move,
 * leaves more: attribute shorter periods and add them up.
 */
export function bookAttribution(input: AttributionInput): BookAttribution {
  const { start, endValues, endVolatilities } = input;
  const count = start.parts.length;
  invariant(endValues.length === count && endVolatilities.length === count, "every part has an end");
  const startValues = input.startValues ?? bookValues(start);
  const parts = start.parts.map((part, index) => {
    const total = (endValues[index] ?? Number.NaN) - (startValues[index] ?? Number.NaN);
    return withRest(causesOf(part, input, endVolatilities[index] ?? []), { ...input.flows?.[index] }, total);
  });
  return { parts, whole: summedAttribution(parts) };
}

/** Taylor's terms. */
type Causes = Pick<Attribution, "delta" | "gamma" | "vega" | "theta" | "vanna" | "volga">;

const NO_CAUSES: Causes = { delta: 0, gamma: 0, vega: 0, theta: 0, vanna: 0, volga: 0 };

function causesOf(part: BookPart, input: AttributionInput, endVolatilities: readonly number[]): Causes {
  const coin = input.start.coins[part.coin];
  if (coin === undefined) return NO_CAUSES;
  const moved = (input.endSpots[part.coin] ?? Number.NaN) - coin.spot;
  return part.legs.reduce<Causes>(
    (sum, leg, index) => {
      const change = (endVolatilities[index] ?? Number.NaN) - leg.volatility;
      const own = legCauses(leg, { spot: coin.spot, moved, change, elapsedYears: input.elapsedYears });
      return {
        delta: sum.delta + own.delta,
        gamma: sum.gamma + own.gamma,
        vega: sum.vega + own.vega,
        theta: sum.theta + own.theta,
        vanna: sum.vanna + own.vanna,
        volga: sum.volga + own.volga,
      };
    },
    { ...NO_CAUSES, delta: part.coinUnits * moved },
  );
}

type LegMove = {
  readonly spot: number;
  readonly moved: number;
  readonly change: number;
  readonly elapsedYears: number;
};

function legCauses(leg: BookLeg, { spot, moved, change, elapsedYears }: LegMove): Causes {
  const { size, strike, timeToExpiryYears, volatility, isPut } = leg;
  const greeks = blackScholes({ spot, strike, timeToExpiryYears, volatility, isPut, rate: 0, carryYield: 0 });
  return {
    delta: size * greeks.delta * moved,
    gamma: 0.5 * size * greeks.gamma * moved * moved,
    vega: size * greeks.vega * change,
    theta: size * greeks.theta * elapsedYears,
    vanna: size * greeks.vanna * moved * change,
    volga: 0.5 * size * greeks.volga * change * change,
  };
}

function withRest(causes: Causes, flows: PartFlows, total: number): Attribution {
  const { premium = 0, fees = 0, deposits = 0 } = flows;
  const delta = causes.delta + (flows.delta ?? 0);
  const { gamma, vega, theta, vanna, volga } = causes;
  const explained = delta + gamma + vega + theta + vanna + volga + premium + fees + deposits;
  return { ...causes, delta, premium, fees, deposits, unexplained: total - explained, total };
}
