import type { Address } from "@/lib/vault/Token";
import type { Movement } from "./Movement";
import type { MovementDifference } from "./Violation";

/** Agreement to the smallest unit, or within what was said to depend on the second; or every difference. */
export type SimulationComparison =
  | { readonly ok: true }
  | { readonly ok: false; readonly differences: readonly MovementDifference[] };

/**
 * Holds what a plan promises against what its simulation moved. For the plan's own account everything counts, promised
 * or not; for other accounts only what was promised (how a vault moves its own money is its own affair). Several
 * movements of one token and account are summed; network fees are in neither.
 */
export function compareSimulation(
  expected: readonly Movement[],
  simulated: readonly Movement[],
  account: Address,
): SimulationComparison {
  const promised = totals(expected);
  const moved = totals(simulated);
  const differences: MovementDifference[] = [];
  for (const key of new Set([...promised.keys(), ...moved.keys()])) {
    const promise = promised.get(key);
    const move = moved.get(key);
    const sample = promise ?? move;
    if (sample === undefined) continue;
    const isOwn = sample.account.toLowerCase() === account.toLowerCase();
    if (promise === undefined && !isOwn) continue;
    if (isKept(promise, move?.delta ?? 0n)) continue;
    const { delta: _, least: __, ...subject } = sample;
    differences.push({ ...subject, expected: promise?.delta ?? 0n, simulated: move?.delta ?? 0n });
  }
  return differences.length === 0 ? { ok: true } : { ok: false, differences };
}

function isKept(promise: Movement | undefined, moved: bigint): boolean {
  return promise?.least === undefined ? moved === (promise?.delta ?? 0n) : moved >= promise.least;
}

/** Movements on a chain know addresses only; what was promised knows what the tokens are called. */
export function namedMovement(
  movement: Pick<Movement, "account" | "token" | "delta">,
  expected: readonly Movement[],
): Movement {
  const known = expected.find(({ token }) => token.toLowerCase() === movement.token.toLowerCase());
  return { ...movement, symbol: known?.symbol ?? movement.token.slice(0, 10), decimals: known?.decimals ?? 0 };
}

function totals(movements: readonly Movement[]): ReadonlyMap<string, Movement> {
  const sums = new Map<string, Movement>();
  for (const movement of movements) {
    const key = `${movement.account}:${movement.token}`.toLowerCase();
    sums.set(key, added(movement, sums.get(key)));
  }
  return sums;
}

/** A sum has a least as soon as one of its parts has. */
function added(movement: Movement, before: Movement | undefined): Movement {
  if (before === undefined) return movement;
  const { least: _, ...exact } = movement;
  const delta = before.delta + movement.delta;
  if (before.least === undefined && movement.least === undefined) return { ...exact, delta };
  return { ...exact, delta, least: (before.least ?? before.delta) + (movement.least ?? movement.delta) };
}
