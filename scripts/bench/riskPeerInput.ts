import { RISK_LEGS, type RiskTaskName, SHORTFALL_SHARE } from "./riskTasks";
import { benchBook, benchScenarios, GRID_AXES } from "./riskWorkloads";

/** A risk task's workload as tokens: the book with its volatilities ready-made, then what it is moved by. */
export function riskTokens(task: RiskTaskName): readonly number[] {
  const book = bookTokens(RISK_LEGS[task]);
  if (task === "bookGreeks") return book;
  if (task === "scenarioGrid") {
    const { spotMoves, volatilityMoves } = GRID_AXES;
    return [...book, spotMoves.length, ...spotMoves, volatilityMoves.length, ...volatilityMoves];
  }
  const { count, elapsedYears, spots, volatilityFactors } = benchScenarios();
  const columns = [...spots, ...volatilityFactors].flatMap((column) => [...column]);
  return book.concat([count, elapsedYears, SHORTFALL_SHARE * count], columns);
}

/** Spots and coins held by coin, the quote held, then the legs, each with its coin. */
function bookTokens(count: number): number[] {
  const { coins, parts } = benchBook(count);
  const held = coins.flatMap(({ spot }, index) => [
    spot,
    parts.reduce((sum, { coin, coinUnits }) => sum + (coin === index ? coinUnits : 0), 0),
  ]);
  const quote = parts.reduce((sum, { quoteUnits }) => sum + quoteUnits, 0);
  const legs = parts.flatMap(({ coin, legs }) =>
    legs.flatMap(({ isPut, strike, size, timeToExpiryYears, volatility }) => [
      ...[coin, isPut ? 1 : 0, strike],
      ...[size, timeToExpiryYears, volatility],
    ]),
  );
  return [coins.length, ...held, quote, count, ...legs];
}
