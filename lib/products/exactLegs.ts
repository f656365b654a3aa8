import { price8 } from "@/lib/units/Price8";
import { wad } from "@/lib/units/Wad";
import type { Leg } from "./Leg";
import type { ExactLeg } from "./payoffExact";

/** Decimals that a quantity of a built structure may have; a strike has at most as many. */
const DECIMALS = 8;

/** Legs of a structure that a person builds as the contracts count them: strikes and quantities of at most eight decimals, exact. */
export function exactLegs(legs: readonly Leg[]): readonly ExactLeg[] {
  return legs.map(({ isPut, side, strike, quantity }) => ({
    isPut,
    strike: price8(digits(strike)),
    size: wad(BigInt(side) * digits(quantity) * 10n ** 10n),
  }));
}

function digits(value: number): bigint {
  return BigInt(value.toFixed(DECIMALS).replace(".", ""));
}
