import { Section } from "@/components/layout/Section";
import { DataTable } from "@/components/ui/DataTable";
import { fixedText } from "@/lib/format/numberText";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { wadToNumber } from "@/lib/units/Wad";
import type { Fill } from "@/lib/vault/Epoch";
import type { MarketSurface } from "@/lib/vault/MarketSurface";
import { basisUnits, roundText } from "./basisOptions";
import { fairAtSale } from "./fairAtSale";
import { legColumns } from "./legColumns";
import { legMarks } from "./legMarks";
import { modelName } from "./modelChoice";
import type { Valuation } from "./Valuation";
import type { VaultFigures } from "./VaultFigures";

type Props = {
  readonly figures: VaultFigures;
  readonly fills: readonly Fill[];
  readonly valuation: Valuation | null;
  readonly market: MarketSurface | undefined;
};

/** The options of the open epoch: at what they were sold, what they are worth now, and how likely they pay. */
export function LegsSection({ figures, fills, valuation, market }: Props) {
  const fairs = fairAtSale(figures, market);
  const legs = legMarks({ figures, fills, values: valuation?.legs ?? null, fairs });
  return (
    <Section title="Legs" aside={legs.length === 0 ? undefined : packageText(figures)}>
      {legs.length === 0 ? (
        <p className="text-13 text-ink-2">No options are held. The next strikes are set when an epoch opens.</p>
      ) : (
        <>
          <DataTable
            caption="Legs of this epoch"
            columns={legColumns(legs, figures)}
            rows={legs}
            rowKey={(leg, index) => `${index}-${leg.strike}`}
          />
          <p className="mt-3 text-12 text-ink-3">{legsNote(valuation, fairs !== null)}</p>
        </>
      )}
    </Section>
  );
}

function packageText(figures: VaultFigures): string {
  const { vault, basis } = figures;
  const { sizeSold, sizeOffered, assetsAtOpen, legs } = vault.epoch;
  const size = wadToNumber(basis === "sold" ? sizeSold : sizeOffered);
  const perUnit = size / tokenToNumber(assetsAtOpen, vault.asset.decimals);
  const count = fixedText(perUnit * basisUnits(figures, "round", null), 2);
  const one = legs.length === 1 ? `option on 1 ${vault.underlyingSymbol}` : `package on 1 ${vault.underlyingSymbol}`;
  return `Per ${one}. ${roundText(figures)} backs ${count} of them`;
}

function legsNote(valuation: Valuation | null, hasFairs: boolean): string {
  const marks =
    valuation === null
      ? "Without a volatility the options have no mark."
      : valuation.choice === "fills"
        ? "Marks and deltas by the volatility of each sale; odds by the mean volatility of the sales, as above."
        : `Marks, deltas and odds by ${modelName(valuation.choice)}.`;
  const fair = hasFairs
    ? "Against today’s smile: the price of sale over what today’s market would pay for the same option, as far from spot and from expiry as it was then."
    : "No market tells what a fair price was; the fills are their own measure.";
  return `${marks} ${fair}`;
}
