import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import { FittedTail } from "./FittedTail";
import { type LossRow, lossRows, tailSentence } from "./lossDetail";
import { momentText } from "./lossWords";
import { type PortfolioLoss, SEED } from "./useLoss";
import type { RiskChoice } from "./useRiskChoice";
import type { RiskInputs } from "./useRiskInputs";

type Props = { readonly inputs: RiskInputs; readonly choice: RiskChoice; readonly loss: PortfolioLoss };

const COLUMNS: readonly Column<LossRow>[] = [
  { key: "figure", head: "Figure", rowHeader: true, cell: ({ figure }) => figure },
  { key: "value", head: "Loss", align: "right", cell: ({ value }) => value },
  { key: "error", head: "Standard error", align: "right", cell: ({ error }) => error },
  { key: "way", head: "How", cell: ({ way }) => <span className="text-ink-2">{way}</span> },
];

/** How sure the figures are, by what other ways they come out alike, and what they were computed from. */
export function LossDetails({ inputs, choice, loss }: Props) {
  const summary = loss.estimate?.summary;
  if (!summary) return null;
  const { now } = inputs.portfolio;
  const surface =
    inputs.surfaceAsOf === null ? "no option market" : `option market of ${momentText(inputs.surfaceAsOf, now)}`;
  const smile =
    choice.rule === "stickyStrike" ? "each strike keeps its volatility" : "the smile moves along with the price";
  return (
    <Disclosure summary="How sure these figures are">
      <DataTable
        caption="Value at risk and expected shortfall by different ways"
        columns={COLUMNS}
        rows={lossRows(summary)}
        rowKey={({ figure, way }) => `${figure} ${way}`}
        narrow="blocks"
      />
      <FittedTail summary={summary} />
      <p className="mt-2 text-12 text-ink-3">{tailSentence(summary)}</p>
      <p className="mt-2 text-12 text-ink-3">
        Holdings and prices of {momentText(Number(now), now)}, {surface}; {smile}; seed {SEED}: the same seed gives the
        same figures on every machine.
      </p>
    </Disclosure>
  );
}
