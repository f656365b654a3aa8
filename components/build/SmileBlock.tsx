import { memo, useMemo } from "react";
import { SmileChart } from "@/components/charts/SmileChart";
import { Section } from "@/components/layout/Section";
import type { MarketView } from "@/components/vault/Market";
import { fitWords } from "@/components/vault/marketWords";
import { SMILE_LABELS, smileShape, smileSummary } from "@/components/vault/smileShape";
import { useModelSmile } from "@/components/vault/useModelSmile";
import { formatVolatility } from "@/lib/format/formatPercent";
import { fixedText } from "@/lib/format/numberText";
import type { ModelName } from "@/lib/pricing/PricingModel";
import { yearsBetween } from "@/lib/units/UnixSeconds";
import type { BuildFigures } from "./BuildFigures";

export type SmileBlockProps = {
  readonly figures: BuildFigures;
  readonly view: MarketView;
  readonly wanted: ModelName | undefined;
};

/** The smile that the prices use, with the legs on it and how well it meets its quotes. */
export const SmileBlock = memo(function SmileBlock({ figures, view, wanted }: SmileBlockProps) {
  const { listed, volatility, legs, now, draft } = figures;
  const headline = volatility?.ok ? volatility.headline : null;
  const model = useModelSmile({ view, of: listed, wanted, headline });
  const shape = useMemo(() => {
    const plain = smileShape({ figures, of: listed, model });
    const named = plain.legs.map((mark, index) => {
      const own = legs[index];
      if (own === undefined) return mark;
      return { ...mark, label: `${mark.label}, ${formatVolatility(own.volatility)}`, atSale: own.volatility };
    });
    return { ...plain, legs: [...new Map(named.map((mark) => [mark.label, mark])).values()], ringName: "your options" };
  }, [figures, listed, model, legs]);
  return (
    <Section
      title="Volatility smile"
      aside={`${fixedText(yearsBetween(now, draft.expiry) * 365, 1)} days, prices use this curve`}
    >
      <SmileChart shape={shape} labels={SMILE_LABELS} summary={smileSummary(shape, listed, now)} />
      <p className="mt-2 text-12 text-ink-3">{fitWords(listed, view)}</p>
    </Section>
  );
});
