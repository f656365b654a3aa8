import { invariant } from "@/lib/errors/invariant";
import type { BookPart } from "./RiskBook";

/** Two holdings in one vault: the same options once, of both sizes. Throws where they are not on the same coin. */
export function joinedParts(a: BookPart, b: BookPart): BookPart {
  invariant(a.coin === b.coin, "a vault is on one coin");
  return {
    ...a,
    coinUnits: a.coinUnits + b.coinUnits,
    quoteUnits: a.quoteUnits + b.quoteUnits,
    legs: b.legs.reduce(withLeg, a.legs),
  };
}

function withLeg(legs: BookPart["legs"], leg: BookPart["legs"][number]): BookPart["legs"] {
  const same = legs.findIndex(
    ({ isPut, strike, timeToExpiryYears }) =>
      isPut === leg.isPut && strike === leg.strike && timeToExpiryYears === leg.timeToExpiryYears,
  );
  if (same === -1) return [...legs, leg];
  return legs.map((other, index) => (index === same ? { ...other, size: other.size + leg.size } : other));
}
