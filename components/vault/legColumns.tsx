import type { Column } from "@/components/ui/DataTable";
import { Signed } from "@/components/ui/Signed";
import { formatOdds, formatSignedPercent, formatVolatility } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { fixedText, MINUS, NO_NUMBER } from "@/lib/format/numberText";
import { dayMonth } from "./dayMonth";
import { type LegMark, packageSum } from "./legMarks";
import type { VaultFigures } from "./VaultFigures";

/** The columns of the legs' table, with the package's sums in the foot. */
export function legColumns(legs: readonly LegMark[], figures: VaultFigures): readonly Column<LegMark>[] {
  const { spot, entry, now } = figures;
  const net = (figure: (leg: LegMark) => number | null) => packageSum(legs, figure);
  const right = { align: "right" } as const;
  const sold = entry?.ok ? `, ${dayMonth(entry.filledAt, now)}` : "";
  return [
    { key: "leg", head: "Leg", rowHeader: true, nowrap: true, cell: legName, foot: "Net" },
    { key: "strike", head: "Strike", ...right, cell: (leg) => formatStrike(leg.strike) },
    { key: "distance", head: "Against spot", ...right, cell: (leg) => formatSignedPercent(leg.strike / spot - 1, 1) },
    { key: "iv", head: "IV", ...right, cell: volatilityCell },
    { key: "fill", head: `Fill${sold}`, ...right, cell: fillCell, foot: withFair(net(received), net(fairReceived)) },
    {
      key: "mark",
      head: "Mark now",
      ...right,
      cell: (leg) => orDash(leg.mark, formatUsd),
      foot: orDash(net(owed), formatUsd),
    },
    {
      key: "profit",
      head: "P&L",
      ...right,
      cell: (leg) => profitCell(leg.profit),
      foot: profitCell(net((leg) => leg.profit)),
    },
    {
      key: "delta",
      head: "Delta",
      ...right,
      cell: (leg) => orDash(leg.delta, signedDelta),
      foot: orDash(
        net((leg) => leg.delta),
        signedDelta,
      ),
    },
    { key: "itm", head: "Ends in the money", ...right, cell: (leg) => orDash(leg.itmOdds, formatOdds) },
  ];
}

/** Premium of a leg: above 0 when the vault was paid. */
function received({ fill, side }: LegMark): number | null {
  return fill === null ? null : -side * fill;
}

function fairReceived({ fair, side }: LegMark): number | null {
  return fair === null ? null : -side * fair;
}

/** What closing the leg would cost now. */
function owed({ mark, side }: LegMark): number | null {
  return mark === null ? null : -side * mark;
}

function legName(leg: LegMark) {
  return (
    <>
      <span className="font-medium">{leg.side < 0 ? "▼ Sell" : "△ Buy"}</span> {leg.isPut ? "put" : "call"}
    </>
  );
}

/** The market's volatility now over that of the sale; the sale's alone where there is no market. */
function volatilityCell({ volatilityNow, volatilityAtSale }: LegMark) {
  if (volatilityNow === null) {
    return (
      <>
        {orDash(volatilityAtSale, formatVolatility)}
        <small>at the sale</small>
      </>
    );
  }
  return (
    <>
      {formatVolatility(volatilityNow)}
      {volatilityAtSale === null ? null : <small>sale {formatVolatility(volatilityAtSale)}</small>}
    </>
  );
}

function fillCell(leg: LegMark) {
  return withFair(received(leg), fairReceived(leg));
}

/** Above 0 is sold dearer or bought cheaper than today's smile has it. That is no profit or loss: the smile of the sale is not known. */
function withFair(paid: number | null, fair: number | null) {
  const text = orDash(paid, formatSignedUsd);
  if (paid === null || fair === null || fair === 0) return text;
  const edge = (paid - fair) / Math.abs(fair);
  return (
    <>
      {text}
      <small>{formatSignedPercent(edge, 1)} against today’s smile</small>
    </>
  );
}

function profitCell(profit: number | null) {
  if (profit === null) return NO_NUMBER;
  return (
    <Signed value={profit} spoken>
      {formatSignedUsd(profit)}
    </Signed>
  );
}

function orDash(value: number | null, text: (value: number) => string): string {
  return value === null ? NO_NUMBER : text(value);
}

function signedDelta(delta: number): string {
  const text = fixedText(delta, 3);
  if (!/[1-9]/.test(text)) return text;
  return `${delta < 0 ? MINUS : "+"}${text}`;
}
