import type { MarginGrid, MarginScenario } from "./MarginGrid";

/** Spot moves of the table for far moves, which both markets have. */
const FAR_MOVES = [-0.66, -0.33, 0.5, 1, 2, 3, 4, 5] as const;
const POWERS = { shortPower: 0.3, longPower: 0.13, fewestDays: 1 };

const DERIBIT_RANGE = 0.16;

/** Nine prices from −16 % to +16 %, each with volatility up, as it is and down, and the far table. */
const DERIBIT: MarginGrid = {
  id: "deribit",
  name: "Deribit portfolio margin",
  shock: { up: 0.5, down: 0.25, ...POWERS, lowestUp: 0 },
  scenarios: [
    ...evenly(DERIBIT_RANGE, 4).flatMap((spotMove) => states(spotMove, ["up", "same", "down"])),
    // The range over the move: beyond it the account is taken over on the way.
    ...FAR_MOVES.map((spotMove) => far(spotMove, DERIBIT_RANGE / Math.abs(spotMove))),
  ],
  source:
    "Deribit's article on portfolio margin: ±16% in 9 steps, volatility +50% and −25% at 30 days times (30/days)^0.3, ^0.13 beyond, far " +
    "moves with volatility up and a fraction of the result. The fraction is not printed there; taken as the range over the move, which is " +
    "what Paradex prints for the same table. Its contingencies are left out. The least of one day is Derive's.",
};

const DERIVE_TAIL_WEIGHTS = [0.21, 0.42, 0.27, 0.13, 0.069, 0.046, 0.034, 0.027] as const;

/** Prices from −18 % to +18 % in steps of 4.5 %, at the ends with volatility up alone, and the tail scenarios. */
const DERIVE: MarginGrid = {
  id: "derive",
  name: "Derive portfolio margin",
  shock: { up: 0.5, down: 0.275, ...POWERS, lowestUp: 0.4 },
  scenarios: [
    ...evenly(0.18, 4).flatMap((spotMove) =>
      states(spotMove, Math.abs(spotMove) === 0.18 ? ["up"] : ["up", "same", "down"]),
    ),
    ...FAR_MOVES.map((spotMove, index) => far(spotMove, DERIVE_TAIL_WEIGHTS[index] ?? Number.NaN)),
  ],
  source:
    "Derive's documentation, portfolio margin parameters of ETH and BTC: 23 scenarios up to ±18%, eight tail scenarios with their dampening, " +
    "volatility +50% and −27.5% at 30 days times (30/days)^0.3, ^0.13 beyond, one day at least, moved up to 40% at least. Its skew " +
    "scenarios, discounts and contingencies are left out.",
};

/** Other markets' margin scenarios by name. Parameters as their public pages have them; both change theirs without notice. */
export const MARGIN_GRIDS: readonly MarginGrid[] = [DERIBIT, DERIVE];

function evenly(range: number, steps: number): number[] {
  return Array.from({ length: 2 * steps + 1 }, (_, index) => (range * (index - steps)) / steps);
}

function states(spotMove: number, volatilities: readonly MarginScenario["volatility"][]): MarginScenario[] {
  return volatilities.map((volatility) => ({ spotMove, volatility, weight: 1 }));
}

function far(spotMove: number, weight: number): MarginScenario {
  return { spotMove, volatility: "up", weight };
}
