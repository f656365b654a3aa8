import { TwoColumns } from "@/components/layout/TwoColumns";
import type { PastEpoch } from "@/lib/vault/Epoch";
import { FactsSection } from "./FactsSection";
import { HistorySection } from "./HistorySection";
import { PerformanceSection } from "./PerformanceSection";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures; readonly pastEpochs: readonly PastEpoch[] };

/** The foot of a vault's page: what it did so far, and the contracts behind it. */
export function VaultRecord({ figures, pastEpochs }: Props) {
  return (
    <>
      <TwoColumns narrowFirst>
        <PerformanceSection figures={figures} pastEpochs={pastEpochs} />
        <HistorySection figures={figures} pastEpochs={pastEpochs} />
      </TwoColumns>
      <FactsSection figures={figures} />
    </>
  );
}
