import type { Product } from "@/lib/products/Product";
import { unixSeconds } from "@/lib/units/UnixSeconds";
import type { Position } from "./Position";
import type { BookLeg } from "./RiskBook";
import type { YieldPart } from "./yieldParts";

type CoinWorth = Extract<YieldPart["worth"], { kind: "coin" }>;

/** The coins and options of parts as positions, each option one of its own: for what is summed by coin. Dollars move with no coin. */
export function partPositions(parts: readonly YieldPart[]): readonly Position[] {
  return parts.flatMap(({ part, worth }) => {
    if (worth.kind !== "coin") return [];
    const options = part.legs.map((leg) => optionPosition(leg, worth));
    return part.coinUnits === 0 && options.length > 0 ? options : [coinPosition(part.coinUnits, worth), ...options];
  });
}

function coinPosition(units: number, { symbol, spot }: CoinWorth): Position {
  const product: Product = { ...productOn(symbol, spot), deposit: "underlying", cash: 1, legs: [] };
  return { product, units, market: { spot, timeToExpiryYears: 0, volatilities: [] } };
}

function optionPosition(
  { isPut, strike, size, timeToExpiryYears, volatility }: BookLeg,
  { symbol, spot }: CoinWorth,
): Position {
  const leg = { isPut, strike, side: 1, quantity: 1 } as const;
  const product: Product = { ...productOn(symbol, spot), deposit: "quote", cash: 0, legs: [leg] };
  return { product, units: size, market: { spot, timeToExpiryYears, volatilities: [volatility] } };
}

/** Nothing that is summed depends on when these options expire by the calendar. */
function productOn(underlying: string, spot: number) {
  return { underlying, expiry: unixSeconds(0n), premium: 0, entrySpot: spot };
}
