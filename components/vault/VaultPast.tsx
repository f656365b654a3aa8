import { TwoColumns } from "@/components/layout/TwoColumns";
import type { PastEpoch } from "@/lib/vault/Epoch";
import { HistorySection } from "./HistorySection";
import { HonestReturnSection } from "./HonestReturnSection";
import { PerformanceSection } from "./PerformanceSection";
import type { VaultFigures } from "./VaultFigures";

type Props = { readonly figures: VaultFigures; readonly pastEpochs: readonly PastEpoch[] };

/** What a vault did so far: beside holding its coin, epoch by epoch, and all of it as one return. */
export function VaultPast({ figures, pastEpochs }: Props) {
  return (
    <>
      <TwoColumns narrowFirst>
        <PerformanceSection figures={figures} />
        <HistorySection figures={figures} pastEpochs={pastEpochs} />
      </TwoColumns>
      <HonestReturnSection figures={figures} pastEpochs={pastEpochs} />
    </>
  );
}
