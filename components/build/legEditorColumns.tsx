import type { Column } from "@/components/ui/DataTable";
import { IconButton } from "@/components/ui/IconButton";
import { Segmented } from "@/components/ui/Segmented";
import type { QueryWrite } from "@/hooks/useAddressQuery";
import { signedCoins } from "@/lib/format/describeGreeks";
import { formatSignedPercent, formatVolatility } from "@/lib/format/formatPercent";
import { formatStrike } from "@/lib/format/formatPrice";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { fixedText } from "@/lib/format/numberText";
import type { BuildFigures, LegPrice } from "./BuildFigures";
import { type Draft, QUANTITY_LIMIT } from "./Draft";
import { withLeg, withoutLeg, withStrikeAway } from "./editDraft";
import { StepControl } from "./StepControl";

const SIDES = [
  { value: "sell", label: "Sell" },
  { value: "buy", label: "Buy" },
] as const;
const KINDS = [
  { value: "put", label: "Put" },
  { value: "call", label: "Call" },
] as const;

const QUANTITY_STEP = 0.5;

type Change = (draft: Draft, how?: QueryWrite) => void;

/** The columns of the legs' table: what can be changed, then what follows from it. */
export function legEditorColumns(figures: BuildFigures, onDraft: Change): readonly Column<LegPrice>[] {
  const { spot, premiumUsd, coin, legs } = figures;
  const right = { align: "right" } as const;
  const delta = legs.reduce((sum, { leg, delta: one }) => sum + leg.quantity * one, 0);
  const premiumOf = ({ leg, fill }: LegPrice) => -leg.side * leg.quantity * fill;
  return [
    ...editedColumns(figures, onDraft),
    {
      key: "distance",
      head: "Against spot",
      ...right,
      cell: ({ leg }) => <span className="text-ink-2">{formatSignedPercent(leg.strike / spot - 1, 1)}</span>,
    },
    { key: "iv", head: "IV on smile", ...right, cell: ({ volatility }) => formatVolatility(volatility) },
    { key: "fair", head: "Fair", ...right, cell: ({ fair }) => <span className="text-ink-2">{formatUsd(fair)}</span> },
    { key: "fill", head: "Fill", ...right, cell: ({ fill, isQuoted }) => `${formatUsd(fill)}${isQuoted ? "" : "*"}` },
    {
      key: "premium",
      head: "Premium",
      ...right,
      cell: (one) => formatSignedUsd(premiumOf(one)),
      foot: (
        <>
          {formatSignedUsd(premiumUsd)}
          <small>you {premiumUsd < 0 ? "pay" : "receive"}</small>
        </>
      ),
    },
    {
      key: "delta",
      head: `Delta, ${coin.symbol}`,
      ...right,
      cell: ({ leg, delta: one }) => signedCoins(leg.quantity * one),
      foot: signedCoins(delta),
    },
    {
      key: "remove",
      head: <span className="visually-hidden">Remove</span>,
      ...right,
      cell: removeCell(figures, onDraft),
    },
  ];
}

function editedColumns({ draft, listed, coin }: BuildFigures, onDraft: Change): readonly Column<LegPrice>[] {
  const change = (index: number, to: Parameters<typeof withLeg>[2]) => onDraft(withLeg(draft, index, to));
  const step = (index: number, steps: number) =>
    onDraft(withStrikeAway(draft, listed, { leg: index, steps }), "replace");
  return [
    {
      key: "side",
      head: "Side",
      rowHeader: true,
      foot: "Net premium",
      cell: ({ leg }, index) => (
        <Segmented
          small
          label={`Side of leg ${index + 1}`}
          options={SIDES}
          value={leg.side < 0 ? "sell" : "buy"}
          onChange={(value) => change(index, { side: value === "sell" ? -1 : 1 })}
        />
      ),
    },
    {
      key: "kind",
      head: "Type",
      cell: ({ leg }, index) => (
        <Segmented
          small
          label={`Type of leg ${index + 1}`}
          options={KINDS}
          value={leg.isPut ? "put" : "call"}
          onChange={(value) => change(index, { isPut: value === "put" })}
        />
      ),
    },
    {
      key: "quantity",
      head: `Amount, ${coin.symbol}`,
      cell: ({ leg }, index) => (
        <StepControl
          lessLabel={`Less of leg ${index + 1}`}
          moreLabel={`More of leg ${index + 1}`}
          onLess={() => change(index, { quantity: stepped(draft, index, -QUANTITY_STEP) })}
          onMore={() => change(index, { quantity: stepped(draft, index, QUANTITY_STEP) })}
        >
          <span>{amountText(leg.quantity)}</span>
        </StepControl>
      ),
    },
    {
      key: "strike",
      head: "Strike",
      cell: ({ leg }, index) => (
        <StepControl
          lessLabel={`Lower strike of leg ${index + 1}`}
          moreLabel={`Higher strike of leg ${index + 1}`}
          onLess={() => step(index, -1)}
          onMore={() => step(index, 1)}
        >
          <span>{formatStrike(leg.strike)}</span>
        </StepControl>
      ),
    },
  ];
}

function removeCell({ draft, legs }: BuildFigures, onDraft: Change) {
  return (_: LegPrice, index: number) =>
    legs.length < 2 ? null : (
      <IconButton
        icon="cross"
        small
        label={`Remove leg ${index + 1}`}
        onClick={() => onDraft(withoutLeg(draft, index))}
      />
    );
}

/** Half a unit more or less; never less than the smallest step, never more than the limit. */
function stepped(draft: Draft, index: number, by: number): number {
  const from = draft.legs[index]?.quantity ?? 1;
  const next = Math.round((from + by) * 1e4) / 1e4;
  return next > 0 ? Math.min(QUANTITY_LIMIT.most, next) : Math.min(from, QUANTITY_STEP);
}

function amountText(quantity: number): string {
  return fixedText(quantity, Number.isInteger(quantity * 10) ? 1 : 4);
}
