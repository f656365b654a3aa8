import { memo } from "react";
import { Segmented } from "@/components/ui/Segmented";
import { MODEL_OPTIONS } from "./modelChoice";
import { modelNote } from "./modelNote";
import { useLate } from "./useLate";
import type { Pricing } from "./usePricing";
import type { PricedFigures } from "./VaultFigures";

type Props = { readonly figures: PricedFigures; readonly pricing: Pricing };

/** Which model values the options, what it rests on and how well it fits; without a market there is nothing to choose. A slider does not touch it. */
export const ModelSwitch = memo(function ModelSwitch({ figures, pricing }: Props) {
  const { choice, wanted, failure, choose } = pricing;
  const selected = failure === undefined ? wanted : choice;
  const isLate = useLate(failure === undefined && choice !== wanted);
  const canChoose = figures.volatility?.ok === true && figures.volatility.source === "market";
  return (
    <div className="model-switch">
      {canChoose && selected !== null && selected !== "fills" ? (
        <Segmented small label="Pricing model" options={MODEL_OPTIONS} value={selected} onChange={choose} />
      ) : null}
      <p role="status" data-pricing={pricing.ranOn}>
        {modelNote(figures, pricing, isLate)}
      </p>
    </div>
  );
});
