import { liquidationText } from "@/components/alerts/alertTexts";
import type { LoadLineProps } from "@/components/charts/LoadLine";
import type { Stat } from "@/components/ui/StatStrip";
import { formatPercent, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatToken } from "@/lib/format/formatToken";
import { formatUsd } from "@/lib/format/formatUsd";
import { joinedNames } from "@/lib/format/joinedNames";
import { fixedText } from "@/lib/format/numberText";
import { nearestLiquidation } from "@/lib/risk/alerts/nearestLiquidation";
import { BPS } from "@/lib/units/Bps";
import { price8ToNumber } from "@/lib/units/Price8";
import { wadToNumber } from "@/lib/units/Wad";
import type { Loan } from "@/lib/vault/Loan";
import { largestCollateral, liquidationPrice } from "@/lib/vault/liquidationPrice";
import type { OwedLoan } from "./owedLoans";

/** A week, in years: what distances are told in. */
const WEEK_YEARS = 7 / 365;

/** The coin that a loan hangs on, where its price can bring liquidation about alone; null where there is none, or it is a dollar. */
export function loadLine(
  { loan, ...owed }: OwedLoan,
  volatilityOf: (symbol: string) => number | null,
): LoadLineProps | null {
  const pledged = largestCollateral(loan.parts);
  const at = pledged === null ? null : liquidationPrice(loan, pledged.asset.address);
  if (pledged === null || at === null) return null;
  const spot = price8ToNumber(pledged.price);
  const liquidation = price8ToNumber(at.price);
  const symbol = pledged.asset.symbol;
  const move = liquidation / spot - 1;
  const volatility = volatilityOf(symbol);
  const deviations =
    volatility === null ? null : Math.abs(Math.log(liquidation / spot)) / (volatility * Math.sqrt(WEEK_YEARS));
  const far = deviations === null ? "" : `, ${fixedText(deviations, 1)} weekly deviations away`;
  const verb = move < 0 ? "fall" : "rise";
  return {
    spot,
    liquidation,
    labels: {
      liquidation: `liquidation ${formatUsd(liquidation, 0)}`,
      spot: `${symbol} ${formatUsd(spot, 0)}`,
      distance: `${formatSignedPercent(move, 1)}${far}`,
    },
    summary: [
      `${symbol} must ${verb} ${formatPercent(Math.abs(move), 1)} to ${formatUsd(liquidation, 0)} before the loan at ${loan.poolName} can be liquidated.`,
      ...nearerText({ loan, ...owed }),
    ].join(" "),
  };
}

/** What the line of one coin does not say: all coins of a loan together may be nearer, or only the pool's health says how near. None where the line says all. */
export function nearerText({ health, atRisk }: OwedLoan): readonly string[] {
  const nearest = nearestLiquidation(health, atRisk);
  return nearest.by === "coin" ? [] : [liquidationText(nearest)];
}

/** Health, loan to value and what is owed, as the pool has them. */
export function loanStats(loan: Loan): readonly Stat[] {
  const { collateralValue, debtValue, health, liquidationThreshold, parts } = loan;
  const ratio = collateralValue === 0n ? Number.NaN : Number(debtValue) / Number(collateralValue);
  const owed = parts.filter(({ debt }) => debt > 0n).map(({ debt, asset }) => formatToken(debt, asset));
  const pledged = parts.filter(({ collateral }) => collateral > 0n);
  return [
    {
      label: "Health",
      value: health === null ? "no debt" : fixedText(wadToNumber(health), 2),
      note: "1.00 is liquidation",
      tone: health !== null && wadToNumber(health) < 1 ? "loss" : undefined,
    },
    {
      label: "Loan to value",
      value: formatPercent(ratio, 1),
      note: `limit ${formatPercent(Number(liquidationThreshold) / Number(BPS), 0)}`,
    },
    {
      label: "Borrowed",
      value: owed.length === 0 ? "nothing" : joinedNames(owed),
      note: `against ${joinedNames(pledged.map(({ collateral, asset }) => formatToken(collateral, asset))) || "nothing"}`,
    },
  ];
}
