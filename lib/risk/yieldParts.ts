import { price8ToNumber } from "@/lib/units/Price8";
import { type TokenAmount, tokenToNumber } from "@/lib/units/TokenAmount";
import type { Loan, LoanPart } from "@/lib/vault/Loan";
import type { Address, Token } from "@/lib/vault/Token";
import type { YieldPosition, YieldVault } from "@/lib/vault/YieldVault";
import type { BookCoin, BookPart } from "./RiskBook";

/** What a token counts as: a coin of the book by its symbol, a dollar, or nothing that has a price here. */
export type TokenWorth =
  | {
      readonly kind: "coin";
      readonly symbol: string;
      readonly spot: number;
      /** The smile that may move along with the price, where its options are valued by one. */
      readonly surface?: BookCoin["surface"];
    }
  | { readonly kind: "quote" };

/** What is held and owed in vaults of other protocols, and what each token counts as; null where nothing says. */
export type YieldHoldings = {
  readonly vaults: readonly YieldVault[];
  readonly positions: readonly YieldPosition[];
  readonly loans: readonly Loan[];
  readonly worthOf: (token: Address) => TokenWorth | null;
};

/** A part with the coin that it is of by its symbol. */
export type YieldPart = {
  readonly part: Omit<BookPart, "coin">;
  readonly worth: TokenWorth;
  /** Nothing here prices its token: it is dollars at the lending pool's own price, which no shock and no scenario moves. */
  readonly isPoolPriced?: true;
};

/**
 * Positions in other protocols' vaults and debts as parts of a book: what a position is of held outright, a debt less than nothing. What is pledged is the position
 * itself and counts once. A token that nothing here prices counts as dollars at the price of the pool that a loan of it is read from, on both sides of the loan;
 * without that it is no part: see {@link unpricedYield}.
 */
export function yieldParts(holdings: YieldHoldings): readonly YieldPart[] {
  return [...heldParts(holdings), ...debtParts(holdings)];
}

/** The id of what is held in another protocol's vault: never that of one of our vaults, whatever address an entry gives. */
export function listedPartId({ chainId, address }: Pick<YieldVault, "chainId" | "address">): string {
  return `listed/${chainId}/${address}`.toLowerCase();
}

/** The id of what is owed to a pool in one token. */
export function debtPartId({ chainId, pool }: Pick<Loan, "chainId" | "pool">, asset: Address): string {
  return `${chainId}/${pool}/debt/${asset}`.toLowerCase();
}

/** Names of the vaults held, and of the debts, whose token has no price here nor at its pool: each once. */
export function unpricedYield(holdings: YieldHoldings): readonly string[] {
  const held = heldVaults(holdings).filter(({ vault }) => heldWorth(vault, holdings) === null);
  const owed = debtsOf(holdings).filter(({ loanPart }) => debtWorth(loanPart, holdings) === null);
  return [...new Set([...held.map(({ vault }) => vault.name), ...owed.map(({ name }) => name)])];
}

function heldVaults({ vaults, positions }: YieldHoldings) {
  return positions.flatMap(({ vault: address, assets }) => {
    const vault = vaults.find((one) => one.address.toLowerCase() === address.toLowerCase());
    return vault === undefined || assets === 0n ? [] : [{ vault, assets }];
  });
}

/** A token's worth, and the dollars that one of it counts as where that is by its pool's price. */
type Worth = { readonly worth: TokenWorth; readonly poolUsd: number | null };

function heldParts(holdings: YieldHoldings): readonly YieldPart[] {
  return heldVaults(holdings).flatMap(({ vault, assets }) => {
    const worth = heldWorth(vault, holdings);
    if (worth === null) return [];
    const { asset, name } = vault;
    const told = worth.poolUsd === null ? name : `${asset.symbol} at the pool's price, in ${name}`;
    return [partOf({ id: listedPartId(vault), name: told }, { ...worth, units: unitsOf(assets, asset), asset })];
  });
}

function debtParts(holdings: YieldHoldings): readonly YieldPart[] {
  return debtsOf(holdings).flatMap(({ loan, loanPart, name }) => {
    const worth = debtWorth(loanPart, holdings);
    if (worth === null) return [];
    const { asset, debt } = loanPart;
    const told = worth.poolUsd === null ? name : `${asset.symbol} at the pool's price, owed to ${loan.poolName}`;
    const id = debtPartId(loan, asset.address);
    return [partOf({ id, name: told }, { ...worth, units: -unitsOf(debt, asset), asset })];
  });
}

function debtsOf({ loans }: YieldHoldings) {
  return loans.flatMap((loan) =>
    loan.parts
      .filter(({ debt }) => debt > 0n)
      .map((loanPart) => ({ loan, loanPart, name: `${loanPart.asset.symbol} owed to ${loan.poolName}` })),
  );
}

function debtWorth(loanPart: LoanPart, { worthOf }: YieldHoldings): Worth | null {
  const worth = worthOf(loanPart.asset.address);
  return worth === null ? atPoolPrice(loanPart) : { worth, poolUsd: null };
}

/** The pool's price is known where somebody here has a loan in which the token is. */
function heldWorth({ chainId, entrance, asset }: YieldVault, { loans, worthOf }: YieldHoldings): Worth | null {
  const worth = worthOf(asset.address);
  if (worth !== null) return { worth, poolUsd: null };
  const parts = loans
    .filter((loan) => loan.chainId === chainId && isSame(loan.pool, entrance))
    .flatMap((loan) => loan.parts.filter((part) => isSame(part.asset.address, asset.address)));
  return parts.map(atPoolPrice).find((found) => found !== null) ?? null;
}

/** An oracle that answers 0 knows no price. */
function atPoolPrice({ price }: LoanPart): Worth | null {
  return price > 0n ? { worth: { kind: "quote" }, poolUsd: price8ToNumber(price) } : null;
}

type Amount = Worth & { readonly units: number; readonly asset: Token };

function partOf(
  named: { readonly id: string; readonly name: string },
  { worth, poolUsd, units, asset }: Amount,
): YieldPart {
  const isCoin = worth.kind === "coin";
  const own = { ...named, settlesIn: "quote", legs: [] } as const;
  if (poolUsd !== null)
    return {
      ...{ worth, isPoolPriced: true },
      part: { ...own, coinUnits: 0, quoteUnits: units * poolUsd, quote: "USD" },
    };
  return {
    worth,
    part: {
      ...own,
      coinUnits: isCoin ? units : 0,
      quoteUnits: isCoin ? 0 : units,
      quote: isCoin ? "" : asset.symbol,
    },
  };
}

function unitsOf(amount: TokenAmount, { decimals }: Token): number {
  return tokenToNumber(amount, decimals);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
