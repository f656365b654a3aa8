import { useMemo } from "react";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { toneClass } from "@/components/ui/Tone";
import { VisuallyHidden } from "@/components/ui/VisuallyHidden";
import { MAIN_CONFIDENCE } from "@/lib/risk/loss/LossSummary";
import { sampleTailRisk } from "@/lib/risk/tail/sampleTailRisk";
import { bookFigures } from "@/lib/risk/whatIf/bookFigures";
import { changesWith } from "@/lib/risk/whatIf/changesWith";
import { withVaultAmount } from "@/lib/risk/whatIf/withVaultAmount";
import { ChangesProgress } from "./ChangesProgress";
import type { RunningChanges } from "./useUnitChanges";
import type { WhatIfBase, WhatIfVault } from "./useWhatIfBase";
import { type WhatIfFigures, type WhatIfRow, whatIfRows, whatIfSentence } from "./whatIfRows";

const COLUMNS: readonly Column<WhatIfRow>[] = [
  { key: "name", head: "Figure", rowHeader: true, cell: ({ name }) => name },
  { key: "before", head: "Before", align: "right", cell: ({ before }) => before },
  { key: "after", head: "After", align: "right", cell: ({ after }) => after },
  {
    key: "change",
    head: "Change",
    align: "right",
    cell: ({ change, tone }) => <span className={toneClass(tone)}>{change}</span>,
  },
];

type Props = {
  readonly base: WhatIfBase;
  readonly chosen: WhatIfVault;
  /** Below 0: taken out; 0: nothing asked. */
  readonly dollars: number;
  readonly running: RunningChanges;
};

/** Every figure before and after. */
export function WhatIfResult({ base, chosen, dollars, running }: Props) {
  const { changes } = running;
  const { before, after } = useMemo(() => {
    const { book } = base.inputs.portfolio;
    const index = base.priced.findIndex(({ id }) => id === chosen.id);
    const changed = chosen.unit === null ? book : withVaultAmount(book, chosen.unit, dollars);
    const tailOf = (amount: number) =>
      changes === null
        ? null
        : sampleTailRisk(changesWith(changes.own, changes.perDollar[index], amount), MAIN_CONFIDENCE);
    return {
      before: { figures: bookFigures(book), tail: tailOf(0) } satisfies WhatIfFigures,
      after: { figures: bookFigures(changed), tail: tailOf(dollars) } satisfies WhatIfFigures,
    };
  }, [base, chosen, dollars, changes]);
  if (dollars === 0)
    return (
      <p className="text-13 text-ink-2">
        Choose a vault and type an amount: net value, Greeks, VaR, expected shortfall and shares before and after it
        stand here.
      </p>
    );
  return (
    <div>
      <DataTable
        caption="What the amount changes"
        columns={COLUMNS}
        rows={whatIfRows(before, after)}
        rowKey={({ name }) => name}
        narrow="blocks"
      />
      <VisuallyHidden>
        <span aria-live="polite">{whatIfSentence(before, after)}</span>
      </VisuallyHidden>
      <ChangesProgress running={running} />
    </div>
  );
}
