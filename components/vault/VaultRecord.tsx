import { TwoColumns } from "@/components/layout/TwoColumns";
import type { PastEpoch } from "@/lib/vault/Epoch";
import { CostsSection } from "./CostsSection";
import { FactsSection } from "./FactsSection";
import { HistorySection } from "./HistorySection";
import { HonestReturnSection } from "./HonestReturnSection";
import { PerformanceSection } from "./PerformanceSection";
import type { CostInputs } from "./useCostInputs";
import type { VaultFigures } from "./VaultFigures";

type Props = {
  readonly figures: VaultFigures;
  readonly pastEpochs: readonly PastEpoch[];
  readonly costs: CostInputs;
};

/** The foot of a vault's page: what it did so far, what it costs, and the contracts behind it. */
export function VaultRecord({ figures, pastEpochs, costs }: Props) {
  return (
    <>
      <TwoColumns narrowFirst>
        <PerformanceSection figures={figures} />
        <HistorySection figures={figures} pastEpochs={pastEpochs} />
      </TwoColumns>
      <HonestReturnSection figures={figures} pastEpochs={pastEpochs} />
      <CostsSection figures={figures} inputs={costs} />
      <FactsSection figures={figures} />
    </>
  );
}
