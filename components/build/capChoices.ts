import { type LossCap, type LossSide, lossCaps, lossSlope } from "@/lib/products/capLoss";
import { MAX_LEGS } from "@/lib/products/margin";
import { leastProfitWithin } from "@/lib/products/worstCase";
import type { BuildFigures } from "./BuildFigures";
import type { Draft } from "./Draft";
import { buyingPrice } from "./legPrices";

/** The options that could cap one side of a structure, from the nearest to the furthest of spot. */
export type CapChoices = {
  readonly side: LossSide;
  readonly caps: readonly LossCap[];
  /** The one that is proposed first: about as far beyond the outermost sold strike as a wing usually is. */
  readonly proposed: number;
};

/** Share of a strike that a proposed wing lies beyond it. */
const WING = 0.05;

/** The side whose loss has no limit, else the side that loses more, with what can be bought against it; null where no side goes on losing. */
export function capChoices(figures: BuildFigures, volatilityAt: (strike: number) => number): CapChoices | null {
  const { product, listed, market, spot, draft } = figures;
  if (market === null || draft.legs.length >= MAX_LEGS) return null;
  const side = worseSide(figures);
  if (side === null) return null;
  const isPut = side === "down";
  const outermost = edge(figures, side);
  const beyond = listed.strikes.filter((strike) => (isPut ? strike < outermost : strike > outermost));
  const offers = beyond.map((strike) => {
    const price = buyingPrice({ strike, isPut, volatility: volatilityAt(strike) }, { listed, market });
    return { strike, price };
  });
  const caps = lossCaps(product, side, offers).toSorted(
    (a, b) => Math.abs(a.leg.strike - spot) - Math.abs(b.leg.strike - spot),
  );
  const wing = outermost * (isPut ? 1 - WING : 1 + WING);
  const reaches = caps.findIndex(({ leg }) => (isPut ? leg.strike <= wing : leg.strike >= wing));
  return caps.length === 0 ? null : { side, caps, proposed: reaches < 0 ? caps.length - 1 : reaches };
}

/** The draft with a cap bought: one leg more, its quantity told per unit of the size. Rounded up, so that it still caps. */
export function withCap(draft: Draft, { leg }: LossCap): Draft {
  const quantity = Math.ceil(Math.round((leg.quantity / draft.size) * 1e8) / 1e4) / 1e4;
  return { ...draft, legs: [...draft.legs, { ...leg, quantity }] };
}

function worseSide({ product, spot }: BuildFigures): LossSide | null {
  const sides = (["up", "down"] as const).filter((side) => lossSlope(product, side) > 0);
  const least = (side: LossSide) =>
    leastProfitWithin(product, side === "up" ? { from: spot, to: Number.POSITIVE_INFINITY } : { from: 0, to: spot });
  return sides.toSorted((a, b) => least(a) - least(b))[0] ?? null;
}

/** Where the loss begins to go on: the outermost sold option of the kind, or spot where what is held falls. */
function edge({ product, spot }: BuildFigures, side: LossSide): number {
  const sold = product.legs
    .filter((leg) => leg.side < 0 && leg.isPut === (side === "down"))
    .map(({ strike }) => strike);
  return side === "down" ? Math.min(spot, ...sold) : Math.max(spot, ...sold);
}
