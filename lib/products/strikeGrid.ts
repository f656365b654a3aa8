import type { Leg } from "./Leg";
import type { Template } from "./templates";

/** The listed strike nearest to a price, the lower of two that are as near; NaN where nothing is listed. `listed` ascends. */
export function nearestStrike(listed: readonly number[], price: number): number {
  return listed.reduce(
    (best, strike) => (Math.abs(strike - price) < Math.abs(best - price) || Number.isNaN(best) ? strike : best),
    Number.NaN,
  );
}

/** The listed strike so many steps up (or down) from the nearest to `strike`; the first or last one where there are fewer. */
export function strikeAway(listed: readonly number[], strike: number, steps: number): number {
  const from = listed.indexOf(nearestStrike(listed, strike));
  return listed[Math.min(listed.length - 1, Math.max(0, from + steps))] ?? Number.NaN;
}

/** Where a template's strikes go: spot, the deviation of the settlement price, σ√T, and the listed strikes, ascending. */
export type StrikePlaces = { readonly spot: number; readonly deviation: number; readonly listed: readonly number[] };

/**
 * The legs of a template at listed strikes, one option each; legs of one distance share a strike and others never do, so a condor on a coarse grid
 * stays a condor. Null where fewer strikes are listed than it needs.
 */
export function templateLegs(template: Pick<Template, "legs">, places: StrikePlaces): readonly Leg[] | null {
  const { spot, deviation, listed } = places;
  const distances = [...new Set(template.legs.map(({ deviations }) => deviations))].sort((a, b) => a - b);
  if (distances.length > listed.length) return null;
  const wanted = distances.map((distance) =>
    listed.indexOf(nearestStrike(listed, spot * Math.exp(distance * deviation))),
  );
  const indices = apart(wanted, listed.length);
  return template.legs.map(({ isPut, side, deviations }): Leg => {
    const strike = listed[indices[distances.indexOf(deviations)] ?? -1] ?? Number.NaN;
    return { isPut, side, strike, quantity: 1 };
  });
}

/** Ascending places in a list of `count`, moved as little as makes them differ: first upwards, then back from the end. */
function apart(wanted: readonly number[], count: number): readonly number[] {
  const places = [...wanted];
  for (let index = 1; index < places.length; index += 1) {
    places[index] = Math.max(places[index] ?? 0, (places[index - 1] ?? 0) + 1);
  }
  for (let index = places.length - 1, most = count - 1; index >= 0; index -= 1, most -= 1) {
    places[index] = Math.min(places[index] ?? 0, most);
  }
  return places;
}
