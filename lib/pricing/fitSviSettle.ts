import { bendSlice } from "./fitSviBend";
import { fitSviGroup } from "./fitSviGroup";
import { flatFloor, type SviGroup } from "./fitSviProblem";
import type { PreparedSlice } from "./fitSviTarget";
import { violatedConstraints } from "./fitSviViolations";
import { WINGS_LENGTH } from "./sviWings";

/** Slices `from` to `to` − 1, fitted together. */
type Span = { readonly from: number; readonly to: number };

/**
 * Wings of all slices, ascending in time, without arbitrage. Slices that violate alone or against a neighbour are fitted again: first alone or
 * with that neighbour, then, as long as the result offends others, together with those. What remains after that is bent.
 */
export function settleSlices(prepared: readonly PreparedSlice[]): Float64Array {
  const wings = new Float64Array(WINGS_LENGTH * prepared.length);
  prepared.forEach((slice, index) => {
    wings.set(slice.wings, WINGS_LENGTH * index);
  });
  let settled: readonly Span[] = [];
  for (let pass = 0; pass < prepared.length; pass += 1) {
    const offending = offendingSpans(prepared, wings, settled);
    if (offending.length === 0) break;
    for (const span of offending) fitSpan(prepared, wings, span);
    settled = offending;
  }
  bendWhatOffends(prepared, wings);
  return wings;
}

/** Spans that hold every violation there is; those that were fitted before and touch a violation stay whole. */
function offendingSpans(
  prepared: readonly PreparedSlice[],
  wings: Float64Array,
  settled: readonly Span[],
): readonly Span[] {
  const isTied = prepared.map(() => false);
  const isOffending = prepared.map(() => false);
  for (const { from, to } of settled) isTied.fill(true, from + 1, to);
  for (const { kind, slice } of violatedConstraints(groupOf(prepared), wings)) {
    isOffending[slice] = true;
    if (kind === "calendar" && slice > 0) isTied[slice] = true;
  }
  const spans: Span[] = [];
  prepared.forEach((_, index) => {
    const last = spans.at(-1);
    if (last !== undefined && isTied[index]) spans[spans.length - 1] = { from: last.from, to: index + 1 };
    else spans.push({ from: index, to: index + 1 });
  });
  return spans.filter(({ from, to }) => isOffending.slice(from, to).includes(true));
}

/** Fits a span anew; where the search from what there is finds no place without arbitrage, it begins again at a bent one. */
function fitSpan(prepared: readonly PreparedSlice[], wings: Float64Array, { from, to }: Span): void {
  const span = prepared.slice(from, to);
  const part = wings.slice(WINGS_LENGTH * from, WINGS_LENGTH * to);
  const fitted = fitSviGroup(groupOf(span), part);
  if (fitted === null) bendWhatOffends(span, part);
  wings.set(fitted ?? fitSviGroup(groupOf(span), part) ?? part, WINGS_LENGTH * from);
}

/** One slice after another, each above the one before. */
function bendWhatOffends(prepared: readonly PreparedSlice[], wings: Float64Array): void {
  let floor: Float64Array | null = null;
  prepared.forEach(({ target }, index) => {
    const group = { slices: [target], floor: floor ?? flatFloor(target) };
    const own = wings.slice(WINGS_LENGTH * index, WINGS_LENGTH * (index + 1));
    floor = violatedConstraints(group, own).length === 0 ? own : bendSlice(group, own);
    wings.set(floor, WINGS_LENGTH * index);
  });
}

function groupOf(prepared: readonly PreparedSlice[]): SviGroup {
  const slices = prepared.map(({ target }) => target);
  const [first] = slices;
  return { slices, floor: first === undefined ? new Float64Array(WINGS_LENGTH) : flatFloor(first) };
}
