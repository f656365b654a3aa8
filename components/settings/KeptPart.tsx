"use client";

import { Button } from "@/components/ui/Button";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { VisuallyHidden } from "@/components/ui/VisuallyHidden";
import type { KeptKey } from "@/hooks/keptKeys";
import { useKeptKeys } from "@/hooks/useKeptKeys";
import { grouped } from "@/lib/format/numberText";
import { keptWords } from "./keptWords";

/** What this browser keeps for the app, each with its removal, and all at once. */
export function KeptPart() {
  const { kept, remove, removeAll } = useKeptKeys();
  return (
    <div className="grid gap-4">
      {kept.length === 0 ? (
        <p className="text-13 text-ink-2">Nothing is kept.</p>
      ) : (
        <DataTable
          caption="Kept in this browser"
          columns={[...COLUMNS, removal(remove)]}
          rows={kept}
          rowKey={({ place, key }) => `${place} ${key}`}
          narrow="blocks"
        />
      )}
      <span>
        <Button onClick={removeAll}>Remove everything</Button>
      </span>
      <p className="max-w-prose text-12 text-ink-3">
        With everything go the two cookies that let pages reach your node and WalletConnect’s relay. What stays is the
        list of published files by which the service worker checks this page. Nothing on chain changes.
      </p>
    </div>
  );
}

const COLUMNS: readonly Column<KeptKey>[] = [
  {
    key: "what",
    head: "What",
    rowHeader: true,
    cell: ({ key }) => <span className="font-medium">{keptWords(key)}</span>,
  },
  { key: "key", head: "Name", cell: ({ key }) => <span className="mono break-all text-12">{key}</span> },
  { key: "until", head: "Until", cell: ({ place }) => (place === "tab" ? "the tab is closed" : "you remove it") },
  { key: "size", head: "Characters", align: "right", cell: ({ characters }) => grouped(String(characters)) },
];

function removal(remove: (key: KeptKey) => void): Column<KeptKey> {
  return {
    key: "remove",
    head: <VisuallyHidden>Action</VisuallyHidden>,
    cell: (kept) => (
      <Button size="sm" onClick={() => remove(kept)} ariaLabel={`Remove ${kept.key}`}>
        Remove
      </Button>
    ),
  };
}
