import type { Leg } from "./Leg";
import type { DepositKind, Product } from "./Product";

/** Shapes the protocol's strategies take; each is a list of legs, ascending by strike, puts before calls at one strike. */
export type StrategyId =
  | "coveredCall"
  | "cashSecuredPut"
  | "ironCondor"
  | "ironButterfly"
  | "putSpreadSold"
  | "putSpreadBought"
  | "callSpreadSold"
  | "callSpreadBought"
  | "shortStrangle"
  | "shortStraddle"
  | "longStraddle"
  | "longStrangle";

/** One leg of a shape; `sameStrike` when it shares the strike of the leg before it. */
type LegShape = { readonly isPut: boolean; readonly side: 1 | -1; readonly sameStrike?: true };

type Strategy = { readonly name: string; readonly deposit: DepositKind; readonly legs: readonly LegShape[] };

const put = (side: 1 | -1): LegShape => ({ isPut: true, side });
const call = (side: 1 | -1): LegShape => ({ isPut: false, side });
const callThere = (side: 1 | -1): LegShape => ({ isPut: false, side, sameStrike: true });

/** Every strategy as data: its name, what is deposited, and its legs per unit. */
export const STRATEGIES: Readonly<Record<StrategyId, Strategy>> = {
  coveredCall: { name: "Covered call", deposit: "underlying", legs: [call(-1)] },
  cashSecuredPut: { name: "Cash-secured put", deposit: "quote", legs: [put(-1)] },
  ironCondor: { name: "Iron condor", deposit: "quote", legs: [put(1), put(-1), call(-1), call(1)] },
  ironButterfly: { name: "Iron butterfly", deposit: "quote", legs: [put(1), put(-1), callThere(-1), call(1)] },
  putSpreadSold: { name: "Put spread, sold", deposit: "quote", legs: [put(1), put(-1)] },
  putSpreadBought: { name: "Put spread, bought", deposit: "quote", legs: [put(-1), put(1)] },
  callSpreadSold: { name: "Call spread, sold", deposit: "quote", legs: [call(-1), call(1)] },
  callSpreadBought: { name: "Call spread, bought", deposit: "quote", legs: [call(1), call(-1)] },
  shortStrangle: { name: "Short strangle", deposit: "quote", legs: [put(-1), call(-1)] },
  shortStraddle: { name: "Short straddle", deposit: "quote", legs: [put(-1), callThere(-1)] },
  longStraddle: { name: "Long straddle", deposit: "quote", legs: [put(1), callThere(1), call(-1)] },
  longStrangle: { name: "Long strangle", deposit: "quote", legs: [put(1), call(1), call(-1)] },
};

/**
 * The strategy whose shape these legs have, or undefined when they have none of them. All legs must be of one quantity;
 * their order does not matter. A collar and a protective put by parity have the shape of a bought call spread.
 */
export function recogniseStrategy(product: Pick<Product, "deposit" | "legs">): StrategyId | undefined {
  const legs = [...product.legs].sort((a, b) => a.strike - b.strike || Number(b.isPut) - Number(a.isPut));
  if (legs.some((leg) => leg.quantity !== legs[0]?.quantity)) return undefined;
  const ids = Object.keys(STRATEGIES) as StrategyId[];
  return ids.find((id) => STRATEGIES[id].deposit === product.deposit && hasShape(legs, STRATEGIES[id].legs));
}

function hasShape(legs: readonly Leg[], shape: readonly LegShape[]): boolean {
  if (legs.length !== shape.length) return false;
  return shape.every((wanted, index) => {
    const leg = legs[index];
    if (leg === undefined || leg.isPut !== wanted.isPut || leg.side !== wanted.side) return false;
    const shares = index > 0 && leg.strike === legs[index - 1]?.strike;
    return shares === (wanted.sameStrike ?? false);
  });
}
