import { BPS } from "@/lib/units/Bps";
import { divRounded, powerOfTen } from "@/lib/units/rounding";
import type { Loan } from "./Loan";
import type { Address } from "./Token";

/** A thousandth more than what just covers the debt: interest goes on until the transaction is mined. */
const MARGIN_PERMILLE = 1_001n;

/**
 * How much of `held` can be taken out of a pool before the loan's health would fall to 1, rounded down. All of it where nothing is
 * owed or it is not pledged; nothing where the parts do not explain the pool's own figure.
 */
export function withdrawable(loan: Loan | null, asset: Address, held: bigint): bigint {
  if (loan === null || loan.health === null) return held;
  const part = loan.parts.find((one) => one.asset.address === asset);
  if (part === undefined || part.collateral === 0n) return loan.isExplained || part !== undefined ? held : 0n;
  if (!loan.isExplained || part.price === 0n || part.liquidationThreshold === 0n) return 0n;
  const needed = (loan.debtValue * MARGIN_PERMILLE) / 1_000n;
  const spare = (loan.collateralValue * loan.liquidationThreshold) / BPS - needed;
  if (spare <= 0n) return 0n;
  const free = divRounded(
    spare * BPS * powerOfTen(part.asset.decimals),
    part.price * part.liquidationThreshold,
    "down",
  );
  return free < held ? free : held;
}
