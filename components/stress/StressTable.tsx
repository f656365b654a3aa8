import { ClaimBar } from "@/components/charts/ClaimBar";
import { Button } from "@/components/ui/Button";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Signed } from "@/components/ui/Signed";
import { VisuallyHidden } from "@/components/ui/VisuallyHidden";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { ListedShock } from "@/lib/risk/stress/listedShocks";
import type { StressRow } from "./stressRows";

export type StressTableProps = {
  readonly rows: readonly StressRow[];
  readonly onOpen: (shock: ListedShock) => void;
};

/** Each shock with what it applies, what it comes to as a bar and in figures, whom it hits hardest, and the way to change it. */
export function StressTable({ rows, onOpen }: StressTableProps) {
  const hasLoan = rows.some(({ outcome }) => outcome.loan !== null);
  return (
    <DataTable
      caption="Stress tests"
      columns={[...shockColumns, ...resultColumns, ...(hasLoan ? [loanColumn] : []), changeColumn(onOpen)]}
      rows={rows}
      rowKey={({ shock }) => shock.id}
    />
  );
}

const NOTES = { named: undefined, changed: "changed by you", own: "your own" } as const;

const shockColumns: readonly Column<StressRow>[] = [
  {
    key: "shock",
    head: "Shock",
    rowHeader: true,
    cell: ({ shock, dates }) => {
      const note = [dates, NOTES[shock.origin]].filter(Boolean).join(", ");
      return (
        <>
          <span className="font-medium">{shock.name}</span>
          {note ? <small className="block text-ink-3">{note}</small> : null}
        </>
      );
    },
  },
  { key: "applied", head: "What we apply", cell: ({ applied }) => <span className="text-ink-2">{applied}</span> },
];

const resultColumns: readonly Column<StressRow>[] = [
  {
    key: "bar",
    head: "Result",
    cell: ({ barShare }) => (
      <span className="block w-[120px] md:w-[190px]">
        <ClaimBar share={barShare} kind="realised" />
      </span>
    ),
  },
  {
    key: "change",
    head: <VisuallyHidden>Result in dollars</VisuallyHidden>,
    align: "right",
    cell: ({ outcome: { change, changeText } }) => (
      <Signed value={change} spoken>
        {changeText}
      </Signed>
    ),
  },
  { key: "share", head: "of net value", align: "right", cell: ({ outcome }) => outcome.shareText },
  {
    key: "hardest",
    head: "Hit hardest",
    cell: ({ outcome }) => <span className="text-ink-2">{outcome.hardest}</span>,
  },
];

const loanColumn: Column<StressRow> = {
  key: "loan",
  head: "Loan health",
  align: "right",
  cell: ({ outcome: { loan } }) =>
    loan === null ? (
      NO_NUMBER
    ) : (
      <span className={loan.isLiquidatable ? "text-loss" : undefined}>
        {loan.text}
        {loan.note ? (
          <small className={loan.isLiquidatable ? "block text-loss" : "block text-ink-3"}>{loan.note}</small>
        ) : null}
      </span>
    ),
};

function changeColumn(onOpen: StressTableProps["onOpen"]): Column<StressRow> {
  return {
    key: "open",
    // A hidden word at the right edge would stick out by its pixel and let the table scroll.
    head: (
      <span className="relative inline-block w-1 text-left">
        <VisuallyHidden>Change it</VisuallyHidden>
      </span>
    ),
    align: "right",
    cell: ({ shock }) => (
      <Button size="sm" variant="ghost" onClick={() => onOpen(shock)} ariaLabel={`Change ${shock.name}`}>
        Change
      </Button>
    ),
  };
}
