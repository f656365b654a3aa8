import { MarketSection, type MarketSectionProps } from "./MarketSection";
import { ModelComparison } from "./ModelComparison";
import { defaultChoice } from "./modelChoice";
import type { ChosenBasis } from "./useBasis";

type Props = MarketSectionProps & {
  /** The amount that the models are compared for. */
  readonly basis: ChosenBasis;
};

/** What the market says of the coin's volatility, and what the options are worth by each model that is fitted to it. */
export function VaultMarket({ basis, ...props }: Props) {
  const { figures, market, wanted } = props;
  const { volatility } = figures;
  const hasModels = figures.basis === "sold" && volatility?.ok && volatility.source === "market";
  return (
    <>
      <MarketSection {...props} />
      {hasModels ? (
        <ModelComparison
          figures={figures}
          market={market}
          units={basis.units}
          depositUsd={basis.depositUsd}
          choice={wanted ?? defaultChoice(figures)}
        />
      ) : null}
    </>
  );
}
