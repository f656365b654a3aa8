import { Section } from "@/components/layout/Section";
import { Field } from "@/components/ui/Field";
import { Slider } from "@/components/ui/Slider";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { describeStrategy } from "@/lib/format/describeStrategy";
import { fixedText } from "@/lib/format/numberText";
import type { Vault } from "@/lib/vault/Vault";
import { changedWeights, type ParsedWeights, type WeightTexts } from "./weights";

export type SplitWeightsProps = {
  readonly vaults: readonly Vault[];
  readonly texts: WeightTexts;
  readonly parsed: ParsedWeights;
  readonly onTexts: (texts: WeightTexts) => void;
};

/** One weight a vault; with two vaults one slider moves both. */
export function SplitWeights({ vaults, texts, parsed, onTexts }: SplitWeightsProps) {
  const [first, second, ...more] = vaults;
  return (
    <Section title="Split" flush aside={parsed.ok ? "Adds up to 100%" : undefined}>
      <div className="grid gap-4 md:grid-cols-2">
        {vaults.map((vault, index) => (
          <div key={vault.address} className="grid content-start gap-2">
            <Field
              label={vaultTitle(vault)}
              value={texts[index] ?? ""}
              onChange={(text) => onTexts(changedWeights(texts, index, text))}
              inputMode="decimal"
              suffix="%"
              error={index === 0 ? problem(parsed) : undefined}
            />
            <p className="text-12 text-ink-3">
              {describeStrategy(vault).earns} {describeStrategy(vault).loses}
            </p>
          </div>
        ))}
      </div>
      {first && second && more.length === 0 ? (
        <div className="mt-4">
          <Slider
            label="Weights"
            value={Number(texts[0]) || 0}
            min={0}
            max={100}
            step={5}
            onChange={(weight) => onTexts(changedWeights(texts, 0, String(weight)))}
            valueText={`${texts[0] ?? ""}% ${vaultTitle(first)}, ${texts[1] ?? ""}% ${vaultTitle(second)}`}
            minText={`all ${vaultTitle(second)}`}
            maxText={`all ${vaultTitle(first)}`}
          />
        </div>
      ) : null}
    </Section>
  );
}

function problem(parsed: ParsedWeights): string | undefined {
  if (parsed.ok) return undefined;
  if (parsed.reason === "notANumber") return "A weight is a number from 0 to 100, with at most two decimals.";
  return `The weights add up to ${fixedText(parsed.sum, 2)}%, not 100%.`;
}
