import type { NearestLiquidation } from "./nearestLiquidation";

/** What an address wants to be told of; a bound that is left out is not watched. */
export type AlertRules = {
  /** Told when a move so small lets a loan be liquidated, of one coin or of all together, as a share: 0.15 is 15 %. */
  readonly liquidationWithin?: number;
  /** Told when the one-day expected shortfall at 95 % is a larger share of the net value. */
  readonly shortfallOver?: number;
  readonly isSettledTold: boolean;
  readonly isClaimableTold: boolean;
};

/** Nothing is watched. */
export const NO_RULES: AlertRules = { isSettledTold: false, isClaimableTold: false };

/** What is known of a portfolio at one moment. */
export type AlertFacts = {
  /** Those with a debt. `id` ends with a space and the owner's address in small letters. */
  readonly loans: readonly { readonly id: string; readonly name: string; readonly nearest: NearestLiquidation }[];
  /** What was not read, by name: a loan there is not watched. */
  readonly unwatched: readonly string[];
  /** Nothing is being read or could not be read: what is not among the facts is not there. */
  readonly isComplete: boolean;
  /** Null while it is not known. */
  readonly shortfallShare: number | null;
  /** The shortfall is of all its scenarios and of what is held now. */
  readonly isShortfallFinal: boolean;
  /** The vaults held, and the last epoch of each that was settled; 0 for none. */
  readonly vaults: readonly { readonly id: string; readonly name: string; readonly settledEpoch: number }[];
  readonly claimables: readonly { readonly id: string; readonly name: string; readonly amount: string }[];
};

/** Something to tell. `key` is the same as long as it is the same news. */
export type PortfolioAlert = { readonly key: string } & (
  | { readonly kind: "liquidation"; readonly name: string; readonly nearest: NearestLiquidation }
  | { readonly kind: "shortfall"; readonly share: number; readonly limit: number }
  | { readonly kind: "settled"; readonly name: string; readonly epoch: number }
  | { readonly kind: "claimable"; readonly name: string; readonly amount: string }
);

/** The rules with a bound at a share; none, or 0, takes it away. */
export function withBound(
  rules: AlertRules,
  bound: "liquidationWithin" | "shortfallOver",
  share: number | undefined,
): AlertRules {
  const { [bound]: _, ...others } = rules;
  return share === undefined || share === 0 ? others : { ...others, [bound]: share };
}

/** What the rules say of the facts: bounds that are passed now, the last settlement of each vault, and what can be taken. */
export function portfolioAlerts(rules: AlertRules, facts: AlertFacts): readonly PortfolioAlert[] {
  return [
    ...liquidationAlerts(rules, facts),
    ...shortfallAlerts(rules, facts),
    ...(rules.isSettledTold ? facts.vaults.flatMap(settledAlert) : []),
    ...(rules.isClaimableTold ? facts.claimables.map(claimableAlert) : []),
  ];
}

function liquidationAlerts({ liquidationWithin }: AlertRules, { loans }: AlertFacts): readonly PortfolioAlert[] {
  if (liquidationWithin === undefined) return [];
  return loans.flatMap(({ id, name, nearest }): PortfolioAlert[] => {
    if (Math.abs(nearest.move) > liquidationWithin) return [];
    return [{ key: `liquidation ${id} ${liquidationWithin}`, kind: "liquidation", name, nearest }];
  });
}

function shortfallAlerts({ shortfallOver }: AlertRules, { shortfallShare }: AlertFacts): readonly PortfolioAlert[] {
  if (shortfallOver === undefined || shortfallShare === null || !(shortfallShare > shortfallOver)) return [];
  return [{ key: `shortfall ${shortfallOver}`, kind: "shortfall", share: shortfallShare, limit: shortfallOver }];
}

function settledAlert({ id, name, settledEpoch }: AlertFacts["vaults"][number]): readonly PortfolioAlert[] {
  if (settledEpoch < 1) return [];
  return [{ key: `settled ${id} ${settledEpoch}`, kind: "settled", name, epoch: settledEpoch }];
}

function claimableAlert({ id, name, amount }: AlertFacts["claimables"][number]): PortfolioAlert {
  return { key: `claimable ${id} ${amount}`, kind: "claimable", name, amount };
}
