import { black } from "@/lib/pricing/black";
import type { Leg } from "@/lib/products/Leg";
import type { ValuationMarket } from "@/lib/products/value";
import type { LegPrice } from "./BuildFigures";
import type { Draft } from "./Draft";
import { isFitted, type ListedExpiry } from "./listedExpiries";

type Input = { readonly draft: Draft; readonly listed: ListedExpiry; readonly market: ValuationMarket };

/**
 * The legs for the whole size, each at the smile and at the side of the market it would meet. Bid and ask are read as volatilities and priced on the
 * feed's spot, as everything on chain is, so that a coin's market and feed that differ by a dollar do not count as a gain.
 */
export function legPrices({ draft, listed, market }: Input): readonly LegPrice[] {
  return draft.legs.map((one, index): LegPrice => {
    const leg: Leg = { ...one, quantity: roundOff(one.quantity * draft.size) };
    const volatility = market.volatilities[index] ?? Number.NaN;
    const quoted = sideVolatility(listed, leg);
    const { price: fair, delta } = valued(leg, volatility, market);
    return {
      ...{ leg, volatility, fair },
      fill: quoted === null ? fair : valued(leg, quoted, market).price,
      isQuoted: quoted !== null,
      isFitted: isFitted(listed, leg.strike),
      delta: leg.side * delta,
    };
  });
}

/** What the legs would bring at the smile's own prices, in dollars. */
export function fairPremium(legs: readonly LegPrice[]): number {
  return -legs.reduce((sum, { leg, fair }) => sum + leg.side * leg.quantity * fair, 0);
}

/** What buying one listed option costs, in dollars: at the ask, or at the smile where nobody asks. */
export function buyingPrice(
  option: Pick<Leg, "isPut" | "strike"> & { readonly volatility: number },
  { listed, market }: Omit<Input, "draft">,
): number {
  const leg: Leg = { ...option, side: 1, quantity: 1 };
  return valued(leg, sideVolatility(listed, leg) ?? option.volatility, market).price;
}

/** The volatility of the side that a leg meets; the other kind of the same strike says the same of it. */
function sideVolatility({ options }: ListedExpiry, { strike, isPut, side }: Leg): number | null {
  const at = options.filter((option) => option.strike === strike);
  const own = at.toSorted((a, b) => Number(b.isPut === isPut) - Number(a.isPut === isPut));
  const found = own.map((option) => (side < 0 ? option.bidVolatility : option.askVolatility));
  return found.find((volatility) => volatility !== null && volatility > 0) ?? null;
}

function valued({ strike, isPut }: Leg, volatility: number, { spot, timeToExpiryYears }: ValuationMarket) {
  return black({ forward: spot, strike, timeToExpiryYears, volatility, isPut });
}

/** A quantity keeps the decimals of its two factors. */
function roundOff(quantity: number): number {
  return Math.round(quantity * 1e8) / 1e8;
}
