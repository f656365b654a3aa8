import { Section } from "@/components/layout/Section";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Signed } from "@/components/ui/Signed";
import { formatOdds, formatSignedPercent, formatVolatility } from "@/lib/format/formatPercent";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { fixedText, MINUS, NO_NUMBER } from "@/lib/format/numberText";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { wadToNumber } from "@/lib/units/Wad";
import type { Fill } from "@/lib/vault/Epoch";
import { basisUnits, roundText } from "./basisOptions";
import { dayMonth } from "./dayMonth";
import { type LegMark, legMarks, packageSum } from "./legMarks";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures; readonly fills: readonly Fill[] };

/** The options of the open epoch: at what they were sold, what they are worth now, and how likely they pay. */
export function LegsSection({ figures, fills }: Props) {
  const legs = legMarks(figures, fills);
  return (
    <Section title="Legs" aside={legs.length === 0 ? undefined : packageText(figures)}>
      {legs.length === 0 ? (
        <p className="text-13 text-ink-2">No options are held. The next strikes are set when an epoch opens.</p>
      ) : (
        <DataTable
          caption="Legs of this epoch"
          columns={columns(legs, figures)}
          rows={legs}
          rowKey={(leg, index) => `${index}-${leg.strike}`}
        />
      )}
    </Section>
  );
}

function packageText(figures: VaultFigures): string {
  const { vault, basis } = figures;
  const { sizeSold, sizeOffered, assetsAtOpen, legs } = vault.epoch;
  const size = wadToNumber(basis === "sold" ? sizeSold : sizeOffered);
  const perUnit = size / tokenToNumber(assetsAtOpen, vault.asset.decimals);
  const count = fixedText(perUnit * basisUnits(figures, "round", null), 2);
  const one = legs.length === 1 ? `option on 1 ${vault.underlyingSymbol}` : `package on 1 ${vault.underlyingSymbol}`;
  return `Per ${one}. ${roundText(figures)} backs ${count} of them`;
}

function columns(legs: readonly LegMark[], figures: VaultFigures): readonly Column<LegMark>[] {
  const { spot, entry, now } = figures;
  const net = (figure: (leg: LegMark) => number | null) => packageSum(legs, figure);
  const profit = net((leg) => leg.profit);
  const right = { align: "right" } as const;
  const sold = entry?.ok ? `, ${dayMonth(entry.filledAt, now)}` : "";
  return [
    { key: "leg", head: "Leg", rowHeader: true, nowrap: true, cell: legName, foot: "Net" },
    { key: "strike", head: "Strike", ...right, cell: (leg) => fixedText(leg.strike, 0) },
    { key: "distance", head: "Against spot", ...right, cell: (leg) => formatSignedPercent(leg.strike / spot - 1, 1) },
    { key: "iv", head: "IV", ...right, cell: (leg) => orDash(leg.volatility, formatVolatility) },
    {
      key: "fill",
      head: `Fill${sold}`,
      ...right,
      cell: (leg) => orDash(received(leg), formatSignedUsd),
      foot: orDash(net(received), formatSignedUsd),
    },
    {
      key: "mark",
      head: "Mark now",
      ...right,
      cell: (leg) => orDash(leg.mark, formatUsd),
      foot: orDash(net(owed), formatUsd),
    },
    { key: "profit", head: "P&L", ...right, cell: (leg) => profitCell(leg.profit), foot: profitCell(profit) },
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
