import type { ListedOutcome } from "@/hooks/useListed";
import type { Product } from "@/lib/products/Product";
import { cents } from "@/lib/risk/holdingParts";
import type { Position } from "@/lib/risk/Position";
import { type TokenWorth, unpricedYield, type YieldPart, yieldParts } from "@/lib/risk/yieldParts";
import { price8ToNumber } from "@/lib/units/Price8";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Loan } from "@/lib/vault/Loan";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";

/** What addresses hold and owe in vaults of other protocols. */
export type OtherHoldings = {
  readonly vaults: readonly YieldVault[];
  readonly positions: readonly YieldPosition[];
  /** Those with a debt or a pledge. */
  readonly loans: readonly Loan[];
  readonly parts: readonly YieldPart[];
  /** Dollars held, and owed, both above 0. */
  readonly heldUsd: number;
  readonly debtUsd: number;
  /** Names of vaults whose asset has no price here: they are in no sum. */
  readonly unpriced: readonly string[];
  /** What could not be read, by name, and why. */
  readonly failures: readonly { readonly name: string; readonly failure: Error }[];
};

/** Nothing elsewhere. */
export const NOTHING_ELSEWHERE: OtherHoldings = {
  ...{ vaults: [], positions: [], loans: [], parts: [], heldUsd: 0, debtUsd: 0, unpriced: [], failures: [] },
};

/** Sums up what the registry's entries say; tokens are priced as the vaults' own coins and quotes are. */
export function otherHoldings(outcomes: readonly ListedOutcome[], vaults: readonly Vault[]): OtherHoldings {
  const answers = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.answer] : []));
  const failed = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome]));
  const holdings = {
    vaults: answers.flatMap((answer) => answer.vaults),
    positions: answers.flatMap((answer) => answer.positions).filter(({ assets }) => assets > 0n),
    loans: answers.flatMap(({ loan }) => loan ?? []),
  };
  const priced = { ...holdings, worthOf: worthsOf(vaults) };
  const parts = yieldParts(priced);
  const values = parts.map(partUsd);
  return {
    ...holdings,
    parts,
    heldUsd: cents(values.filter((usd) => usd > 0).reduce((sum, usd) => sum + usd, 0)),
    debtUsd: cents(values.filter((usd) => usd < 0).reduce((sum, usd) => sum - usd, 0)),
    unpriced: unpricedYield(priced),
    failures: failed.map(({ entry, failure }) => ({ name: entry.name ?? entry.address, failure })),
  };
}

/** What is elsewhere on several chains together. */
export function joinedElsewhere(chains: readonly OtherHoldings[]): OtherHoldings {
  const all = <Key extends "vaults" | "positions" | "loans" | "parts" | "unpriced" | "failures">(key: Key) =>
    chains.flatMap((chain) => [...chain[key]] as OtherHoldings[Key][number][]);
  return {
    ...{ vaults: all("vaults"), positions: all("positions"), loans: all("loans"), parts: all("parts") },
    heldUsd: cents(chains.reduce((sum, { heldUsd }) => sum + heldUsd, 0)),
    debtUsd: cents(chains.reduce((sum, { debtUsd }) => sum + debtUsd, 0)),
    ...{ unpriced: all("unpriced"), failures: all("failures") },
  };
}

/** What a part is worth, in dollars; a debt below 0. */
export function partUsd({ part, worth }: YieldPart): number {
  return part.quoteUnits + (worth.kind === "coin" ? part.coinUnits * worth.spot : 0);
}

/** The coins of the parts as positions without options, for what is summed by coin. */
export function coinPositions(parts: readonly YieldPart[]): readonly Position[] {
  return parts.flatMap(({ part, worth }) => {
    if (worth.kind !== "coin") return [];
    const product: Product = {
      ...{ underlying: worth.symbol, deposit: "underlying" as const, expiry: unixSeconds(0n), legs: [] },
      ...{ cash: 1, premium: 0, entrySpot: worth.spot },
    };
    return [{ product, units: part.coinUnits, market: { spot: worth.spot, timeToExpiryYears: 0, volatilities: [] } }];
  });
}

/** What tokens count as, by the vaults that are on them. */
function worthsOf(vaults: readonly Vault[]): (token: Address) => TokenWorth | null {
  const worths = new Map<string, TokenWorth>();
  for (const { underlying, underlyingSymbol, quote, spot } of vaults) {
    worths.set(quote.address.toLowerCase(), { kind: "quote" });
    worths.set(underlying.address.toLowerCase(), {
      kind: "coin",
      symbol: underlyingSymbol,
      spot: price8ToNumber(spot.price),
    });
  }
  return (token) => worths.get(token.toLowerCase()) ?? null;
}
