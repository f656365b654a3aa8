import { MarketSection, type MarketSectionProps } from "./MarketSection";
import { ModelComparison } from "./ModelComparison";
import type { ChosenBasis } from "./useBasis";
import type { ModelChoice } from "./Valuation";

type Props = MarketSectionProps & {
  /** The amount that the models are compared for. */
  readonly basis: ChosenBasis;
  /** The model that the page's figures are under, which is not the wanted one before that is fitted. */
  readonly shown: ModelChoice | null;
};

/** What the market says of the coin's volatility, and what the options are worth by each model that is fitted to it. */
export function VaultMarket({ basis, shown, ...props }: Props) {
  const { figures, market } = props;
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
          choice={shown}
        />
      ) : null}
    </>
  );
}
