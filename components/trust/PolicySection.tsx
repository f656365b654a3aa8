import { Section } from "@/components/layout/Section";
import { type Column, DataTable } from "@/components/ui/DataTable";
import type { VaultControls } from "@/lib/vault/Controls";
import type { Vault } from "@/lib/vault/Vault";
import { type PolicyRow, policyRows } from "./policyRows";

type Props = { readonly vault: Vault; readonly controls: VaultControls };

/** The bounds of the policy: as they hold now, as they change, and what they can never be. */
export function PolicySection({ vault, controls }: Props) {
  const rows = policyRows({ vault, controls });
  const isChanging = rows.some(({ next }) => next !== null);
  return (
    <Section
      title="Bounds of the policy"
      aside={isChanging ? "Some change with the next opening" : "The next opening changes nothing"}
    >
      <DataTable
        caption="Bounds of the policy"
        columns={columns(isChanging)}
        rows={rows}
        rowKey={({ name }) => name}
        narrow="fit"
      />
    </Section>
  );
}

function columns(isChanging: boolean): readonly Column<PolicyRow>[] {
  const next: Column<PolicyRow> = {
    key: "next",
    head: "From the next opening",
    cell: (row) => (row.next === null ? "the same" : <span className="text-warning">{row.next}</span>),
  };
  return [
    { key: "name", head: "Bound", rowHeader: true, cell: ({ name }) => name },
    { key: "now", head: "Now", cell: ({ now }) => now },
    ...(isChanging ? [next] : []),
    { key: "limit", head: "Never beyond", cell: ({ limit }) => <span className="text-ink-2">{limit}</span> },
  ];
}
