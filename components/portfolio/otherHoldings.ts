import type { ListedOutcome } from "@/hooks/useListed";
import { cents } from "@/lib/risk/holdingParts";
import type { Exit } from "@/lib/risk/mandate/mandateFigures";
import { partUsd } from "@/lib/risk/partUsd";
import { type LoanAtRisk, loansAtRisk } from "@/lib/risk/stress/loanHealth";
import { type TokenWorth, unpricedYield, type YieldPart, yieldParts } from "@/lib/risk/yieldParts";
import type { Loan } from "@/lib/vault/Loan";
import type { Address } from "@/lib/vault/Token";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";
import { otherExits } from "./otherExits";

/** What addresses hold and owe in vaults of other protocols. */
export type OtherHoldings = {
  readonly vaults: readonly YieldVault[];
  readonly positions: readonly YieldPosition[];
  /** Those with a debt or a pledge. */
  readonly loans: readonly Loan[];
  /** Those with a debt, as shocks take them. */
  readonly atRisk: readonly LoanAtRisk[];
  readonly parts: readonly YieldPart[];
  /** What of them can be taken out at once, by their ids. */
  readonly exits: readonly (readonly [string, Exit])[];
  /** Dollars held, and owed, both above 0. */
  readonly heldUsd: number;
  readonly debtUsd: number;
  /** Names of vaults and debts whose token has no price here nor at its pool: they are in no sum. */
  readonly unpriced: readonly string[];
  /** What could not be read, by name, and why. */
  readonly failures: readonly { readonly name: string; readonly failure: Error }[];
};

/** Nothing elsewhere. */
export const NOTHING_ELSEWHERE: OtherHoldings = {
  ...{
    vaults: [],
    positions: [],
    loans: [],
    atRisk: [],
    parts: [],
    exits: [],
    heldUsd: 0,
    debtUsd: 0,
    unpriced: [],
    failures: [],
  },
};

/** Sums up what the registry's entries say; tokens count as `worthOf` says. */
export function otherHoldings(
  outcomes: readonly ListedOutcome[],
  worthOf: (token: Address) => TokenWorth | null,
): OtherHoldings {
  const answers = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.answer] : []));
  const failed = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome]));
  const holdings = {
    vaults: answers.flatMap((answer) => answer.vaults),
    positions: answers.flatMap((answer) => answer.positions).filter(({ assets }) => assets > 0n),
    loans: answers.flatMap(({ loan }) => loan ?? []),
  };
  const priced = { ...holdings, worthOf };
  const parts = yieldParts(priced);
  const values = parts.map(partUsd);
  return {
    ...holdings,
    atRisk: loansAtRisk(holdings.loans, worthOf),
    parts,
    exits: otherExits({ ...holdings, parts, values }),
    heldUsd: cents(values.filter((usd) => usd > 0).reduce((sum, usd) => sum + usd, 0)),
    debtUsd: cents(values.filter((usd) => usd < 0).reduce((sum, usd) => sum - usd, 0)),
    unpriced: unpricedYield(priced),
    failures: failed.map(({ entry, failure }) => ({ name: entry.name ?? entry.address, failure })),
  };
}

/** What is elsewhere on several chains together. */
export function joinedElsewhere(chains: readonly OtherHoldings[]): OtherHoldings {
  const all = <Key extends "vaults" | "positions" | "loans" | "atRisk" | "parts" | "exits" | "unpriced" | "failures">(
    key: Key,
  ) => chains.flatMap((chain) => [...chain[key]] as OtherHoldings[Key][number][]);
  return {
    ...{ vaults: all("vaults"), positions: all("positions"), loans: all("loans"), atRisk: all("atRisk") },
    ...{ parts: all("parts"), exits: all("exits") },
    heldUsd: cents(chains.reduce((sum, { heldUsd }) => sum + heldUsd, 0)),
    debtUsd: cents(chains.reduce((sum, { debtUsd }) => sum + debtUsd, 0)),
    ...{ unpriced: all("unpriced"), failures: all("failures") },
  };
}
