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
export type YieldPart = { readonly part: Omit<BookPart, "coin">; readonly worth: TokenWorth };

/**
 * Positions in other protocols' vaults and debts as parts of a book: what a position is of held outright, a debt less than nothing. What is pledged is the position
 * itself and counts once. A token without a price is no part: see {@link unpricedYield}.
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

/** Names of the vaults held whose asset has no price here. */
export function unpricedYield({ vaults, positions, worthOf }: YieldHoldings): readonly string[] {
  return heldVaults({ vaults, positions }).flatMap(({ vault }) => (worthOf(vault.asset.address) ? [] : [vault.name]));
}

function heldVaults({ vaults, positions }: Pick<YieldHoldings, "vaults" | "positions">) {
  return positions.flatMap(({ vault: address, assets }) => {
    const vault = vaults.find((one) => one.address.toLowerCase() === address.toLowerCase());
    return vault === undefined || assets === 0n ? [] : [{ vault, assets }];
  });
}

function heldParts(holdings: YieldHoldings): readonly YieldPart[] {
  return heldVaults(holdings).flatMap(({ vault, assets }) => {
    const worth = holdings.worthOf(vault.asset.address);
    const named = { id: listedPartId(vault), name: vault.name };
    return worth === null ? [] : [partOf(named, { worth, units: unitsOf(assets, vault.asset), asset: vault.asset })];
  });
}

function debtParts({ loans, worthOf }: YieldHoldings): readonly YieldPart[] {
  return loans.flatMap(({ chainId, pool, poolName, parts }) =>
    parts.flatMap(({ asset, debt }: LoanPart) => {
      const worth = worthOf(asset.address);
      if (debt === 0n || worth === null) return [];
      const named = {
        id: debtPartId({ chainId, pool }, asset.address),
        name: `${asset.symbol} owed to ${poolName}`,
      };
      return [partOf(named, { worth, units: -unitsOf(debt, asset), asset })];
    }),
  );
}

type Amount = { readonly worth: TokenWorth; readonly units: number; readonly asset: Token };

function partOf(named: { readonly id: string; readonly name: string }, { worth, units, asset }: Amount): YieldPart {
  const isCoin = worth.kind === "coin";
  return {
    worth,
    part: {
      ...named,
      coinUnits: isCoin ? units : 0,
      quoteUnits: isCoin ? 0 : units,
      quote: isCoin ? "" : asset.symbol,
      settlesIn: "quote",
      legs: [],
    },
  };
}

function unitsOf(amount: TokenAmount, { decimals }: Token): number {
  return tokenToNumber(amount, decimals);
}
