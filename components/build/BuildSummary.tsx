import { ButtonLink } from "@/components/ui/ButtonLink";
import { KeyValueList } from "@/components/ui/KeyValueList";
import { Panel } from "@/components/ui/Panel";
import { PanelSection } from "@/components/ui/PanelSection";
import type { MarketView } from "@/components/vault/Market";
import { vaultTitle } from "@/components/vault/vaultTitle";
import type { QueryWrite } from "@/hooks/useAddressQuery";
import type { BuildFigures } from "./BuildFigures";
import { CapLoss } from "./CapLoss";
import { ChecksList } from "./ChecksList";
import type { Draft } from "./Draft";
import type { Exits } from "./exits";
import { draftName, plainWords } from "./plainWords";
import { summaryItems } from "./summaryItems";

export type BuildSummaryProps = {
  readonly figures: BuildFigures;
  readonly view: MarketView;
  readonly exits: Exits;
  readonly onDraft: (draft: Draft, how?: QueryWrite) => void;
};

/** What the structure is in plain words, its extremes, what speaks against it, and the way on. */
export function BuildSummary({ figures, view, exits, onDraft }: BuildSummaryProps) {
  return (
    <Panel>
      <div className="panel-body">
        <h2>{draftName(figures.draft)}, in plain words</h2>
        <p className="mt-1.5 mb-4 text-14 text-ink-2">{plainWords(figures).join(" ")}</p>
        <PanelSection>
          <KeyValueList items={summaryItems(figures)} />
          <p className="mt-2 text-12 text-ink-3">
            Odds, mean result and bad outcome are those that option prices imply (risk-neutral), not a forecast. Before
            fees.
          </p>
        </PanelSection>
        <PanelSection title="Checks before you choose">
          <ChecksList figures={figures} />
          <CapLoss {...{ figures, view, onDraft }} />
        </PanelSection>
        <PanelSection>
          <WayOn exits={exits} />
        </PanelSection>
      </div>
    </Panel>
  );
}

function WayOn({ exits }: { readonly exits: Exits }) {
  const [best] = exits.ways;
  if (best === undefined) {
    return (
      <p className="text-13 text-ink-2">
        No vault, and no two vaults of one asset, come near this structure today. Each says why under “Where you can
        have it”.
      </p>
    );
  }
  const names = best.vaults.map(vaultTitle).join(" and ");
  return (
    <div className="build-way">
      <ButtonLink variant="primary" size="lg" href={best.href}>
        Choose {names}
      </ButtonLink>
      <p className="mt-2.5 text-12 text-ink-3">
        The nearest payoff among the vaults. A deposit joins its next epoch, whose strikes and prices are set then and
        will differ; you review and sign on the next page.
      </p>
    </div>
  );
}
