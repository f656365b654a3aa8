import { type LoanAtRisk, type LoanSide, liquidatingMove } from "../stress/loanHealth";

/**
 * The nearest move from which a loan can be liquidated. `move` is relative, below 0 for a fall, 0 where it can be liquidated now.
 * `coin`: the price of one coin; `common`: all its coins together; `health`: all collateral against the debt, by the pool's health alone.
 */
export type NearestLiquidation = {
  readonly by: "coin" | "common" | "health";
  /** What moves; empty for `health`, where it is not known. */
  readonly coins: readonly string[];
  readonly move: number;
};

/**
 * The smaller of the common move of a loan's coins and of the move of each alone. Where its sides cannot be reckoned, or no coin brings it about, what the
 * pool's own health says: at health h all collateral may lose 1 − 1/h. A health that is no number counts as none: rather told too early.
 */
export function nearestLiquidation(health: number, loan: LoanAtRisk): NearestLiquidation {
  if (!(health > 1)) return { by: "health", coins: [], move: 0 };
  const common = liquidatingMove(loan);
  const coins = [...new Set((loan.sides ?? []).filter(({ kind }) => kind === "coin").map(({ symbol }) => symbol))];
  const found: readonly NearestLiquidation[] = [
    ...(common === null || coins.length < 2
      ? []
      : [{ by: "common", coins: common.coins, move: common.spotMove } as const]),
    ...coins.flatMap((coin) => aloneMove(loan, coin)),
  ];
  const byHealth: NearestLiquidation = { by: "health", coins: [], move: 1 / health - 1 };
  // The common move comes first: of two equal ones it is told.
  return found.toSorted((a, b) => Math.abs(a.move) - Math.abs(b.move))[0] ?? byHealth;
}

/** Every other coin stays, as a token on a peg does. */
function aloneMove({ sides, ...loan }: LoanAtRisk, coin: string): readonly NearestLiquidation[] {
  const staying = (side: LoanSide): LoanSide => (side.symbol === coin ? side : { ...side, kind: "quote" });
  const found = liquidatingMove({ ...loan, sides: sides === null ? null : sides.map(staying) });
  return found === null ? [] : [{ by: "coin", coins: [coin], move: found.spotMove }];
}
