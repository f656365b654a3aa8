import { AddressText } from "@/components/ui/AddressText";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Icon } from "@/components/ui/Icon";
import type { Power } from "./Power";

type Props = { readonly caption: string; readonly powers: readonly Power[] };

/** Who may do what, how fast, and what not: a table, and on a narrow screen one block each. */
export function PowersTable({ caption, powers }: Props) {
  return <DataTable caption={caption} columns={COLUMNS} rows={powers} rowKey={({ who }) => who} narrow="blocks" />;
}

const COLUMNS: readonly Column<Power>[] = [
  { key: "who", head: "Who", rowHeader: true, cell: whoCell },
  { key: "may", head: "May", cell: ({ may }) => may },
  { key: "speed", head: "Takes effect", cell: speedCell },
  { key: "cannot", head: "Cannot", cell: ({ cannot }) => <span className="text-ink-2">{cannot}</span> },
];

function whoCell({ who, addresses }: Power) {
  return (
    <>
      <span className="font-medium">{who}</span>
      {addresses.map((address) => (
        <span key={address} className="block text-12 text-ink-2">
          <AddressText address={address} />
        </span>
      ))}
    </>
  );
}

function speedCell({ speed, isWarning }: Power) {
  if (!isWarning) return speed;
  return (
    <span className="text-warning">
      <Icon name="warning" small /> {speed}
    </span>
  );
}
