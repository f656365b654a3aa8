import { Section } from "@/components/layout/Section";
import { greeksNote, greeksStats } from "@/components/vault/greeksStats";
import type { ModelChoice, ScenarioValuation } from "@/components/vault/Valuation";
import type { BuildFigures } from "./BuildFigures";

export type GreeksBlockProps = {
  readonly figures: BuildFigures;
  /** In the sliders' scenario; null without a volatility. */
  readonly valued: ScenarioValuation | null;
  readonly choice: ModelChoice | null;
};

/** The Greeks of the whole structure, each with its sentence. */
export function GreeksBlock({ figures, valued, choice }: GreeksBlockProps) {
  return (
    <Section title="Greeks" aside="for the whole structure">
      <dl className="greek-list">
        {greeksStats({ figures, units: 1, valued }).map(({ label, value, unit, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <b>{value}</b> {unit}
              <small>{note}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-12 text-ink-3">{greeksNote(choice ?? "smile")}</p>
    </Section>
  );
}
