import type { Column } from "@/components/ui/DataTable";
import { Signed } from "@/components/ui/Signed";
import { formatOdds, formatPoints, formatSignedPercent } from "@/lib/format/formatPercent";
import { formatSignedUsd, formatUsd } from "@/lib/format/formatUsd";
import { fixedText, MINUS, NO_NUMBER } from "@/lib/format/numberText";
import type { ModelFigures } from "@/lib/risk/modelComparison";
import type { ComparisonRow } from "./comparisonRows";
import { fitNote } from "./fitWords";
import { modelName } from "./modelChoice";
import type { ModelChoice } from "./Valuation";

/** For what the figures are told, and against which row the differences are. */
export type Comparison = {
  readonly units: number;
  readonly depositUsd: number;
  readonly coin: string;
  readonly chosen: ModelChoice | null;
  readonly base: ModelFigures | undefined;
};

/** From here on cents are noise. */
const WHOLE_DOLLARS_FROM = 100_000;

/** One column a figure; under each what it is more or less than by the smile. */
export function comparisonColumns(of: Comparison): readonly Column<ComparisonRow>[] {
  const { units, depositUsd, coin, base } = of;
  const decimals = depositUsd >= WHOLE_DOLLARS_FROM ? 0 : 2;
  const cell = (key: keyof ModelFigures, text: (value: number) => string, change: (value: number) => string) => {
    return (row: ComparisonRow) => figureCell(row, { key, base, text, change });
  };
  const dollars = (perUnit: number) => formatSignedUsd(units * perUnit, decimals);
  return [
    { key: "model", head: "Model", rowHeader: true, nowrap: true, cell: (row) => nameCell(row, of) },
    {
      key: "value",
      head: "Value now",
      align: "right",
      cell: cell("valueUsd", (value) => formatUsd(units * value, decimals), dollars),
    },
    {
      key: "delta",
      head: `Delta, ${coin}`,
      align: "right",
      cell: cell(
        "delta",
        (value) => signed(units * value),
        (value) => signed(units * value),
      ),
    },
    { key: "vega", head: "Vega, per vol pt", align: "right", cell: cell("vegaPerPoint", dollars, dollars) },
    {
      key: "odds",
      head: "Odds of a loss",
      align: "right",
      cell: cell("lossOdds", formatOdds, formatPoints),
    },
    {
      key: "tail",
      head: "ES 95% from now",
      align: "right",
      cell: (row) => tailCell(row, of, dollars),
    },
  ];
}

/** Two lines from the start, so that nothing moves when a fit arrives. */
function nameCell({ choice, fit, failure }: ComparisonRow, { chosen }: Comparison) {
  const isChosen = choice === chosen;
  const note = fit === undefined ? WITHOUT_FIT[choice] : failure === undefined ? fitNote(fit) : "could not be computed";
  return (
    <>
      <span className={isChosen ? "font-medium text-accent" : undefined}>{modelName(choice)}</span>
      <small>{isChosen ? `shown above · ${note}` : note}</small>
    </>
  );
}

/** What the models rest on that are Black's own. */
const WITHOUT_FIT: Readonly<Record<string, string>> = {
  smile: "each strike’s own volatility",
  black: "one volatility, at the money",
  fills: "what each sale implied",
};

type FigureCell = {
  readonly key: keyof ModelFigures;
  readonly base: ModelFigures | undefined;
  readonly text: (value: number) => string;
  readonly change: (value: number) => string;
};

function figureCell({ choice, figures }: ComparisonRow, { key, base, text, change }: FigureCell) {
  if (figures === null) return key === "valueUsd" ? NO_NUMBER : "";
  const value = figures[key];
  if (!Number.isFinite(value)) return NO_NUMBER;
  return (
    <>
      {text(value)}
      {choice === "smile" || base === undefined ? <small>&nbsp;</small> : <small>{change(value - base[key])}</small>}
    </>
  );
}

function tailCell(row: ComparisonRow, { depositUsd, units, base }: Comparison, dollars: (value: number) => string) {
  const { figures, choice } = row;
  if (figures === null) return "";
  const value = figures.expectedShortfallUsd;
  if (!Number.isFinite(value)) return NO_NUMBER;
  return (
    <>
      <Signed value={value}>
        {dollars(value)} · {formatSignedPercent((units * value) / depositUsd, 1)}
      </Signed>
      {choice === "smile" || base === undefined ? (
        <small>&nbsp;</small>
      ) : (
        <small>{dollars(value - base.expectedShortfallUsd)}</small>
      )}
    </>
  );
}

function signed(value: number): string {
  const text = fixedText(value, 3);
  return /[1-9]/.test(text) ? `${value < 0 ? MINUS : "+"}${text}` : text;
}
