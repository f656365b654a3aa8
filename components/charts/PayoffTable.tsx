import { memo, useState } from "react";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import { Signed } from "@/components/ui/Signed";
import type { PayoffLabels, PayoffShape } from "./PayoffShape";
import { ticks } from "./ticks";

export type PayoffTableProps = { readonly shape: PayoffShape; readonly labels: PayoffLabels };

/** The chart's numbers as a table: round prices, and every strike, breakeven and spot. While it is closed a slider does not redraw it. */
export function PayoffTable({ shape, labels }: PayoffTableProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [shown, setShown] = useState({ shape, labels });
  if (isOpen && (shown.shape !== shape || shown.labels !== labels)) setShown({ shape, labels });
  return (
    <Disclosure summary="Show payoff as a table" onToggle={setIsOpen}>
      <PayoffRows {...shown} />
    </Disclosure>
  );
}

const PayoffRows = memo(function PayoffRows({ shape, labels }: PayoffTableProps) {
  const named = [
    shape.spot,
    ...shape.breakevens,
    ...shape.strikes.map((mark) => mark.strike),
    ...(shape.corners ?? []),
  ];
  const prices = [...new Set([...ticks(shape.lo, shape.hi, 8), ...named])]
    .filter((price) => price >= shape.lo && price <= shape.hi)
    .toSorted((a, b) => a - b);
  const columns: readonly Column<number>[] = [
    { key: "price", head: `${shape.asset} price`, cell: (price) => labels.price(price), rowHeader: true },
    { key: "expiry", head: "At expiry", align: "right", cell: (price) => result(shape.expiry(price), labels) },
    { key: "today", head: shape.todayLabel, align: "right", cell: (price) => result(shape.today(price), labels) },
  ];
  return <DataTable caption="Payoff by price" columns={columns} rows={prices} rowKey={String} narrow="fit" />;
});

function result(value: number, labels: PayoffLabels) {
  return <Signed value={value}>{labels.result(value)}</Signed>;
}
