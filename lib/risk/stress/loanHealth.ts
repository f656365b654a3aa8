import { bpsToNumber } from "@/lib/units/Bps";
import { price8ToNumber } from "@/lib/units/Price8";
import { type TokenAmount, tokenToNumber } from "@/lib/units/TokenAmount";
import type { Loan, LoanPart } from "@/lib/vault/Loan";
import type { Address } from "@/lib/vault/Token";
import type { TokenWorth } from "../yieldParts";
import type { Shock } from "./Shock";
import { coinMove } from "./shockResult";

/** What a loan has and owes in one token, in dollars by the pool's oracle, and what moves the token's price. */
export type LoanSide = {
  readonly kind: TokenWorth["kind"];
  /** Of the coin, or of the token on a peg. */
  readonly symbol: string;
  /** The part of the collateral's value that counts against the debt. */
  readonly countedUsd: number;
  readonly debtUsd: number;
};

/** A loan as shocks take it. `sides` null: nothing can be reckoned of it, as its pool counts in a way of its own or a token has no price here. */
export type LoanAtRisk = {
  readonly poolName: string;
  readonly owner: Address;
  readonly sides: readonly LoanSide[] | null;
};

/** The smallest common move of all its coins from which a loan can be liquidated: below 0 a fall; null where none does it alone. */
export type LiquidatingMove = { readonly spotMove: number; readonly coins: readonly string[] } | null;

/** Loans with a debt, each side by what moves it. */
export function loansAtRisk(
  loans: readonly Loan[],
  worthOf: (token: Address) => TokenWorth | null,
): readonly LoanAtRisk[] {
  return loans
    .filter(({ health }) => health !== null)
    .map(({ poolName, owner, parts, isExplained }) => {
      const held = parts.filter(({ collateral, debt }) => collateral > 0n || debt > 0n);
      const sides = held.flatMap((part) => {
        const worth = worthOf(part.asset.address);
        return worth === null ? [] : [loanSide(part, worth)];
      });
      return { poolName, owner, sides: isExplained && sides.length === held.length ? sides : null };
    });
}

/**
 * Health once a shock has moved each price: Σ counted·m / Σ debt·m, m the token's price then over its price now. Every collateral and every debt
 * revalued; below 1 anybody may liquidate. NaN where nothing can be reckoned.
 */
export function shockedHealth({ sides }: LoanAtRisk, shock: Shock): number {
  if (sides === null) return Number.NaN;
  const factor = ({ kind, symbol }: LoanSide) =>
    kind === "coin" ? 1 + coinMove(shock.spotMoves, symbol) : (shock.pegs?.[symbol] ?? 1);
  const counted = sides.reduce((sum, side) => sum + side.countedUsd * factor(side), 0);
  return counted / sides.reduce((sum, side) => sum + side.debtUsd * factor(side), 0);
}

/**
 * All coins of a loan move by the same share s, pegs hold: health is 1 where (1 + s)·Σ(counted − debt of coins) = Σ(debt − counted of the rest).
 * A loan that can be liquidated now has the move 0.
 */
export function liquidatingMove({ sides }: LoanAtRisk): LiquidatingMove {
  if (sides === null) return null;
  const surplus = (kind: LoanSide["kind"]) =>
    sides.filter((side) => side.kind === kind).reduce((sum, side) => sum + side.countedUsd - side.debtUsd, 0);
  const [ofCoins, ofRest] = [surplus("coin"), surplus("quote")];
  const coins = [...new Set(sides.filter(({ kind }) => kind === "coin").map(({ symbol }) => symbol))];
  if (ofCoins + ofRest < 0) return { spotMove: 0, coins };
  if (ofCoins * ofRest >= 0) return null;
  return { spotMove: -ofRest / ofCoins - 1, coins };
}

function loanSide(part: LoanPart, worth: TokenWorth): LoanSide {
  const usd = (amount: TokenAmount) => tokenToNumber(amount, part.asset.decimals) * price8ToNumber(part.price);
  return {
    kind: worth.kind,
    symbol: worth.kind === "coin" ? worth.symbol : part.asset.symbol,
    countedUsd: usd(part.collateral) * bpsToNumber(part.liquidationThreshold),
    debtUsd: usd(part.debt),
  };
}
