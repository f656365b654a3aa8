import { CostsSection } from "./CostsSection";
import { FactsSection } from "./FactsSection";
import type { CostInputs } from "./useCostInputs";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures; readonly costs: CostInputs };

/** The foot of a vault's page: what it costs, and the contracts behind it. */
export function VaultTerms({ figures, costs }: Props) {
  return (
    <>
      <CostsSection figures={figures} inputs={costs} />
      <FactsSection figures={figures} />
    </>
  );
}
