"use client";

import { useState } from "react";
import { Section } from "@/components/layout/Section";
import { TwoColumns } from "@/components/layout/TwoColumns";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Segmented } from "@/components/ui/Segmented";
import { Signed } from "@/components/ui/Signed";
import type { PastEpoch } from "@/lib/vault/Epoch";
import { compoundedEpochs, type RealisedReturn, realisedReturn } from "@/lib/vault/realisedReturn";
import { HeadlineComparison } from "./HeadlineComparison";
import { HonestReturnDefinition } from "./HonestReturnDefinition";
import { type Measure, type MeasureCell, measures, spanText } from "./honestReturn";
import { PremiumParts } from "./PremiumParts";
import { LIST_EPOCHS } from "./realisedWindow";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures; readonly pastEpochs: readonly PastEpoch[] };

/** What depositors got, every epoch in, and beside it what the usual headline would have claimed. */
export function HonestReturnSection({ figures, pastEpochs }: Props) {
  const [isWhole, setIsWhole] = useState(true);
  const isInUnderlying = figures.product.deposit === "underlying";
  const whole = realisedReturn({ epochs: pastEpochs, isInUnderlying });
  const shown = isWhole ? whole : compoundedEpochs(whole.epochs.slice(-LIST_EPOCHS));
  return (
    <Section
      title="Realised return, every epoch counted"
      aside={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {spanText(shown, figures.now)}
          <WindowChoice whole={whole} isWhole={isWhole} onChange={setIsWhole} />
        </span>
      }
    >
      {whole.epochs.length === 0 ? (
        <p className="text-13 text-ink-2">
          {figures.realised === null
            ? "The vault’s history is not read yet."
            : "No epoch has settled yet, so nothing was realised."}
        </p>
      ) : (
        <Told realised={shown} figures={figures} />
      )}
    </Section>
  );
}

type ChoiceProps = {
  readonly whole: RealisedReturn;
  readonly isWhole: boolean;
  readonly onChange: (isWhole: boolean) => void;
};

/** The list's window, or everything; nothing to choose while the two are the same. */
function WindowChoice({ whole, isWhole, onChange }: ChoiceProps) {
  const count = whole.epochs.length;
  if (count <= LIST_EPOCHS) return null;
  return (
    <Segmented
      label="Epochs counted"
      small
      options={[
        { value: "all", label: `All ${count}` },
        { value: "list", label: `Last ${LIST_EPOCHS}` },
      ]}
      value={isWhole ? "all" : "list"}
      onChange={(value) => onChange(value === "all")}
    />
  );
}

function Told({ realised, figures }: { readonly realised: RealisedReturn; readonly figures: VaultFigures }) {
  return (
    <>
      <TwoColumns>
        <DataTable
          caption="Realised return"
          columns={columns(figures.vault.asset.symbol)}
          rows={measures(realised, figures)}
          rowKey={({ name }) => name}
          narrow="fit"
        />
        <div className="mt-6 md:mt-0">
          <PremiumParts realised={realised} figures={figures} />
          <HeadlineComparison realised={realised} />
        </div>
      </TwoColumns>
      <div className="mt-3">
        <HonestReturnDefinition isInUnderlying={figures.product.deposit === "underlying"} />
      </div>
    </>
  );
}

function columns(symbol: string): readonly Column<Measure>[] {
  return [
    { key: "name", head: "Measure", rowHeader: true, cell: ({ name }) => name },
    { key: "asset", head: `In ${symbol}`, align: "right", cell: ({ inAsset }) => cell(inAsset) },
    { key: "usd", head: "In US dollars", align: "right", cell: ({ inUsd }) => cell(inUsd) },
  ];
}

function cell({ text, sign, note }: MeasureCell) {
  return (
    <>
      <Signed value={sign}>{text}</Signed>
      {note === undefined ? null : <small>{note}</small>}
    </>
  );
}
