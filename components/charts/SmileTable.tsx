import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import type { SmileLabels, SmileLeg, SmileQuote, SmileShape } from "./SmileShape";

export type SmileTableProps = { readonly shape: SmileShape; readonly labels: SmileLabels };

type Row = { readonly strike: number; readonly quote: SmileQuote | undefined; readonly leg: SmileLeg | undefined };

/** The smile's numbers, one row a strike: every quote, and the strikes of the vault's options. */
export function SmileTable({ shape, labels }: SmileTableProps) {
  const { fitted, model, ringName = "at the sale" } = shape;
  const text = (value: number | null | undefined) =>
    value === null || value === undefined || !Number.isFinite(value) ? "" : labels.volatility(value);
  const figure = (key: string, head: string, value: (row: Row) => number | null | undefined): Column<Row> => {
    return { key, head, align: "right", cell: (row) => text(value(row)) };
  };
  const columns: readonly Column<Row>[] = [
    { key: "strike", head: "Strike", rowHeader: true, nowrap: true, cell: rowName(labels) },
    figure("bid", "Bid", ({ quote }) => quote?.bid),
    figure("mid", "Middle", ({ quote }) => quote?.mid),
    figure("ask", "Ask", ({ quote }) => quote?.ask),
    ...(fitted ? [figure("fitted", "Fitted", ({ strike }) => fitted(strike))] : []),
    ...(model ? [figure("model", model.name, ({ strike }) => model.curve(strike))] : []),
    figure("sale", `${ringName.slice(0, 1).toUpperCase()}${ringName.slice(1)}`, ({ leg }) => leg?.atSale),
  ];
  return (
    <Disclosure summary="Show the smile as a table">
      <DataTable
        caption="Volatility by strike"
        columns={columns}
        rows={rowsOf(shape)}
        rowKey={({ strike, leg }) => `${strike} ${leg?.label ?? ""}`}
      />
    </Disclosure>
  );
}

function rowName(labels: SmileLabels) {
  return ({ strike, quote, leg }: Row) => (
    <>
      {labels.price(strike)} <span className="text-ink-3">{leg?.label ?? quote?.side}</span>
    </>
  );
}

/** Every quote once, and every option of the vault, with the quote of its strike if there is one. */
function rowsOf({ quotes, legs }: SmileShape): readonly Row[] {
  const quoted = new Map(quotes.map((quote) => [quote.strike, quote]));
  const withLeg = new Set(legs.map(({ strike }) => strike));
  const rows: readonly Row[] = [
    ...legs.map((leg) => ({ strike: leg.strike, quote: quoted.get(leg.strike), leg })),
    ...quotes
      .filter(({ strike }) => !withLeg.has(strike))
      .map((quote) => ({ strike: quote.strike, quote, leg: undefined })),
  ];
  return rows.toSorted((a, b) => a.strike - b.strike);
}
