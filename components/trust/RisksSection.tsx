import { Section } from "@/components/layout/Section";
import { RISKS } from "./risks";

/** What can go wrong, in plain words. */
export function RisksSection() {
  return (
    <div id="risks">
      <Section title="Risks, in plain words" aside="Read them before you deposit">
        <dl className="risks">
          {RISKS.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </div>
  );
}
