import type { Leg } from "./Leg";
import type { Product } from "./Product";
import { TEMPLATE_IDS, TEMPLATES, type TemplateId, type TemplateLeg } from "./templates";

/**
 * The template whose shape these legs have, whatever their strikes and their one common quantity; undefined when they have none. Order does not
 * matter. Where two have one shape, the first of `preferred`, then the first that is offered.
 */
export function recogniseTemplate(
  { legs, deposit }: Pick<Product, "legs" | "deposit">,
  preferred: readonly TemplateId[] = [],
): TemplateId | undefined {
  if (legs.length === 0 || legs.some(({ quantity }) => quantity !== legs[0]?.quantity)) return undefined;
  const shape = shapeOf(legs.map(({ isPut, side, strike }) => ({ isPut, side, place: strike })));
  return [...preferred, ...TEMPLATE_IDS].find(
    (id) => TEMPLATES[id].deposit === deposit && templateShape(TEMPLATES[id].legs) === shape,
  );
}

type Placed = Pick<Leg, "isPut" | "side"> & { readonly place: number };

function templateShape(legs: readonly TemplateLeg[]): string {
  return shapeOf(legs.map(({ isPut, side, deviations }) => ({ isPut, side, place: deviations })));
}

/** The legs in order of their places, with a bar wherever the place changes: `+p|-p|-c|+c`. */
function shapeOf(legs: readonly Placed[]): string {
  const sorted = legs.toSorted(
    (a, b) => a.place - b.place || Number(b.isPut) - Number(a.isPut) || Number(a.side) - Number(b.side),
  );
  return sorted
    .map(({ isPut, side, place }, index) => {
      const bar = index > 0 && place !== sorted[index - 1]?.place ? "|" : "";
      return `${bar}${side < 0 ? "-" : "+"}${isPut ? "p" : "c"}`;
    })
    .join("");
}
