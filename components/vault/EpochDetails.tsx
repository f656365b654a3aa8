import type { Fill } from "@/lib/vault/Epoch";
import { LegsSection } from "./LegsSection";
import { OutcomesSection } from "./OutcomesSection";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures; readonly fills: readonly Fill[] };

/** Under the payoff: how the epoch can end, and the options behind it. */
export function EpochDetails({ figures, fills }: Props) {
  return (
    <>
      <OutcomesSection figures={figures} />
      <LegsSection figures={figures} fills={fills} />
    </>
  );
}
