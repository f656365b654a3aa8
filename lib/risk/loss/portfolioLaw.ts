import type { Matrix } from "@/lib/math/choleskyFactor";
import type { BatesParameters } from "@/lib/pricing/HestonParameters";
import { correlationMatrix, type JointReturns } from "../jointReturns";
import type { PathLaw } from "../paths/PathLaw";

/** How prices and volatilities may move: what a reader chooses. */
export type LawName = "bates" | "studentT" | "filteredHistory";

/** What is known of the coins, in their order. */
export type LawInput = {
  readonly name: LawName;
  /** Bates's law of each coin as its options imply it; null where it could not be fitted. */
  readonly fitted: readonly (BatesParameters | null)[];
  /** Annualised, at the money; null where nothing implies one. */
  readonly volatilities: readonly (number | null)[];
  readonly returns: JointReturns;
};

/** The law, and the correlations it has; or what it lacks. */
export type PortfolioLaw =
  | {
      readonly ok: true;
      readonly law: PathLaw;
      readonly correlation: Matrix;
      /** Too few days are known to tell how coins move together: they are taken to move as one, which hides no loss of holders. */
      readonly isCorrelationAssumed: boolean;
    }
  | { readonly ok: false; readonly reason: "notFitted" | "noVolatility" | "shortHistory" };

/** With fewer days together a correlation is a guess. */
const LEAST_DAYS = 30;
/** Tails of daily crypto returns: between 3 and 5 in every study of them. */
const DEGREES_OF_FREEDOM = 4;
/** Implied volatilities are told to move as that of an option with so long to live. */
const REFERENCE_YEARS = 14 / 365;

/**
 * The law of several coins together. `bates`: each as its options imply it, price shocks and jumps correlated as the past days were, all jumps
 * common. `studentT`: at the implied volatility, which moves with the price as the fitted law has it, ρσ/(2√v₀), or not at all without a fit.
 * `filteredHistory`: the past days themselves.
 */
export function portfolioLaw(input: LawInput): PortfolioLaw {
  const { returns, name } = input;
  const days = returns.columns[0]?.length ?? 0;
  const measured = correlationMatrix(returns);
  const isKnown = days >= LEAST_DAYS && measured.flat().every(Number.isFinite);
  const correlation = isKnown ? measured : measured.map((row) => row.map(() => 1));
  const rest = { correlation, isCorrelationAssumed: !isKnown && returns.coins.length > 1 };
  switch (name) {
    case "bates":
      return batesLaw(input, rest);
    case "studentT":
      return studentLaw(input, rest);
    case "filteredHistory":
      if (days < LEAST_DAYS) return { ok: false, reason: "shortHistory" };
      return { ok: true, law: { kind: "filteredHistory", returns: returns.columns }, ...rest };
  }
}

type Together = { readonly correlation: Matrix; readonly isCorrelationAssumed: boolean };

function batesLaw({ fitted }: LawInput, rest: Together): PortfolioLaw {
  const coins = fitted.flatMap((one) => one ?? []);
  if (coins.length < fitted.length) return { ok: false, reason: "notFitted" };
  const { correlation } = rest;
  const jumps = { commonJumpShare: 1, jumpCorrelation: correlation };
  return { ok: true, law: { kind: "bates", coins, correlation, ...jumps, referenceYears: REFERENCE_YEARS }, ...rest };
}

function studentLaw({ fitted, volatilities }: LawInput, rest: Together): PortfolioLaw {
  const coins = volatilities.map((volatility, coin) => ({
    volatility: volatility ?? Number.NaN,
    volatilityPerFall: volatilityPerFall(fitted[coin] ?? null),
  }));
  if (!coins.every(({ volatility }) => volatility > 0)) return { ok: false, reason: "noVolatility" };
  const { correlation } = rest;
  return { ok: true, law: { kind: "studentT", degreesOfFreedom: DEGREES_OF_FREEDOM, coins, correlation }, ...rest };
}

/** −dσ/d ln S of the instantaneous volatility, as price and variance move together. */
function volatilityPerFall(fitted: BatesParameters | null): number {
  if (fitted === null || !(fitted.initialVariance > 0)) return 0;
  const { correlation, volatilityOfVariance, initialVariance } = fitted;
  return (-correlation * volatilityOfVariance) / (2 * Math.sqrt(initialVariance));
}
