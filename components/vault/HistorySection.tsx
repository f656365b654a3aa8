"use client";

import { useState } from "react";
import { Section } from "@/components/layout/Section";
import { Button } from "@/components/ui/Button";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Signed } from "@/components/ui/Signed";
import { formatSignedPercent } from "@/lib/format/formatPercent";
import { NO_NUMBER } from "@/lib/format/numberText";
import type { PastEpoch } from "@/lib/vault/Epoch";
import { type HistoryRow, historyRows } from "./historyRows";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures; readonly pastEpochs: readonly PastEpoch[] };

/** Rows before the reader asks for all. */
const SHOWN_AT_FIRST = 9;

/** Every settled epoch from its events, losing ones marked. */
export function HistorySection({ figures, pastEpochs }: Props) {
  const [isWhole, setIsWhole] = useState(false);
  const rows = historyRows(figures, pastEpochs);
  const shown = isWhole ? rows : rows.slice(0, SHOWN_AT_FIRST);
  return (
    <Section title="Epoch history" aside="Net = premium − payout − fees, share of deposits">
      {rows.length === 0 ? (
        <p className="text-13 text-ink-2">
          {figures.realised === null ? "The vault’s history is not read yet." : "No epoch has opened yet."}
        </p>
      ) : (
        <DataTable
          caption="Epoch history"
          columns={columns(figures.vault.underlyingSymbol)}
          rows={shown}
          rowKey={({ number }) => String(number)}
        />
      )}
      {rows.length > shown.length ? (
        <div className="mt-3">
          <Button variant="ghost" size="sm" onClick={() => setIsWhole(true)}>
            {`Show all ${rows.length} epochs`}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function columns(coin: string): readonly Column<HistoryRow>[] {
  const right = { align: "right" } as const;
  return [
    { key: "epoch", head: "Epoch", rowHeader: true, cell: (row) => row.number },
    { key: "dates", head: "Dates", nowrap: true, cell: (row) => row.dates },
    { key: "start", head: `${coin} start`, ...right, cell: (row) => row.start },
    { key: "end", head: `${coin} settle`, ...right, cell: (row) => quietIf(row.isOpen, row.end) },
    { key: "move", head: "Move", ...right, cell: (row) => quietIf(true, row.move) },
    { key: "strikes", head: "Strikes, $", nowrap: true, cell: (row) => quietIf(true, row.strikes) },
    { key: "premium", head: "Premium", ...right, cell: (row) => row.premium },
    { key: "payout", head: "Payout", ...right, cell: (row) => quietIf(row.isOpen, row.payout) },
    { key: "fees", head: "Fees", ...right, cell: (row) => quietIf(true, row.fees) },
    { key: "net", head: "Net", ...right, cell: netCell },
  ];
}

function quietIf(isQuiet: boolean, text: string) {
  return isQuiet ? <span className="text-ink-2">{text}</span> : text;
}

function netCell({ net }: HistoryRow) {
  if (net === null) return NO_NUMBER;
  const mark = net < 0 ? "▼ " : "";
  return (
    <Signed value={net} spoken>
      {`${mark}${formatSignedPercent(net)}`}
    </Signed>
  );
}
