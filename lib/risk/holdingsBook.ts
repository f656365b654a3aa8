import { joinedParts } from "./joinedParts";
import type { Position } from "./Position";
import type { BookCoin, BookPart, RiskBook } from "./RiskBook";
import type { VaultHolding } from "./vaultHolding";
import { vaultPartId } from "./vaultPartId";

/** What a holding's options are valued by. */
export type CoinMarket = Pick<BookCoin, "surface">;

/** The holdings of one or several addresses as one book: one part a vault, whoever holds it; coins in the order in which they first appear. */
export function holdingsBook(
  holdings: readonly VaultHolding[],
  marketOf: (underlying: string) => CoinMarket = () => ({ surface: null }),
): RiskBook {
  const coins = new Map<string, BookCoin>();
  const parts = new Map<string, BookPart>();
  for (const holding of holdings)
    for (const position of holding.risk) {
      const { underlying } = position.product;
      if (!coins.has(underlying))
        coins.set(underlying, { symbol: underlying, spot: position.market.spot, ...marketOf(underlying) });
      const own = partOf(holding, position, [...coins.keys()].indexOf(underlying));
      const before = parts.get(own.id);
      parts.set(own.id, before === undefined ? own : joinedParts(before, own));
    }
  return { coins: [...coins.values()], parts: [...parts.values()] };
}

function partOf({ vault }: VaultHolding, { product, units, market }: Position, coin: number): BookPart {
  const held = units * (product.cash + product.premium);
  const isCoin = product.deposit === "underlying";
  return {
    id: vaultPartId(vault),
    name: vault.name,
    coin,
    coinUnits: isCoin ? held : 0,
    quoteUnits: isCoin ? 0 : held,
    quote: vault.quote.symbol,
    settlesIn: product.deposit,
    legs: product.legs.map(({ isPut, strike, side, quantity }, index) => ({
      isPut,
      strike,
      size: units * side * quantity,
      timeToExpiryYears: market.timeToExpiryYears,
      volatility: market.volatilities[index] ?? Number.NaN,
    })),
  };
}
