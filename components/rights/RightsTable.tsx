import { AddressText } from "@/components/ui/AddressText";
import { Button } from "@/components/ui/Button";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Icon } from "@/components/ui/Icon";
import { VisuallyHidden } from "@/components/ui/VisuallyHidden";
import { describeIntent } from "@/lib/format/describeIntent";
import type { Intent } from "@/lib/transaction/Intent";
import type { RightRow } from "./rightRow";

type Props = {
  readonly rows: readonly RightRow[];
  /** Undefined where the rights are not the reader's to revoke. */
  readonly onRevoke: ((intent: Intent) => void) | undefined;
};

/** One line a right; on a narrow screen one block each. */
export function RightsTable({ rows, onRevoke }: Props) {
  const columns = onRevoke === undefined ? COLUMNS : [...COLUMNS, revokeColumn(onRevoke)];
  return <DataTable caption="Permissions" columns={columns} rows={rows} rowKey={({ key }) => key} narrow="blocks" />;
}

const COLUMNS: readonly Column<RightRow>[] = [
  { key: "what", head: "What", rowHeader: true, cell: ({ what }) => <span className="font-medium">{what}</span> },
  { key: "who", head: "Who", cell: ({ holder, holderName }) => <Who address={holder} name={holderName} /> },
  { key: "amount", head: "How much", cell: amountCell },
  { key: "since", head: "Last set", cell: ({ since }) => <span className="text-ink-2">{since}</span> },
  { key: "reach", head: "What it lets them do", cell: ({ reach }) => reach },
];

/** A contract of ours by its name; anybody else by the whole address, because there is nothing else to know them by. */
function Who({ address, name }: { readonly address: string; readonly name: string | null }) {
  return <AddressText address={address} name={name ?? undefined} full={name === null} />;
}

function amountCell({ amount, isWarning }: RightRow) {
  if (!isWarning) return amount;
  return (
    <span className="flex items-center gap-1.5 text-warning">
      <Icon name="warning" small /> {amount}
    </span>
  );
}

function revokeColumn(onRevoke: (intent: Intent) => void): Column<RightRow> {
  return {
    key: "revoke",
    head: <VisuallyHidden>Action</VisuallyHidden>,
    cell: ({ intent }) => (
      <Button size="sm" onClick={() => onRevoke(intent)} ariaLabel={describeIntent(intent).title}>
        Revoke
      </Button>
    ),
  };
}
