import { Section } from "@/components/layout/Section";
import { FactList } from "@/components/ui/FactList";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { SharedControls, VaultControls } from "@/lib/vault/Controls";
import type { PairFeeds } from "@/lib/vault/PairFeeds";
import { feedFacts, fixedFeedsText, settlementWays } from "./feedRows";

type Props = {
  readonly pairs: readonly PairFeeds[];
  readonly shared: SharedControls;
  /** The vault whose expiry is told; none on the page of all vaults. */
  readonly controls?: VaultControls | undefined;
  readonly now: UnixSeconds;
};

/** Where prices are from, how old they are now, and what happens when a feed does not answer. */
export function PriceSection({ pairs, shared, controls, now }: Props) {
  return (
    <Section title="Where the price is from" aside="Nobody can name a price">
      {pairs.map((pair) => (
        <FactList key={pair.description} facts={feedFacts(pair, now)} />
      ))}
      <h3 className="mt-6 mb-2 text-13 font-medium">How an expiry gets its one final price</h3>
      <ol className="plain-list plain-list-numbered">
        {settlementWays(shared).map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ol>
      {controls ? <p className="mt-3 text-13 text-ink-2">{fixedFeedsText(controls, pairs[0])}</p> : null}
    </Section>
  );
}
