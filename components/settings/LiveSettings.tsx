"use client";

import { Section } from "@/components/layout/Section";
import { type ChainNodePolicy, ChainNodes } from "./ChainNodes";
import { KeptPart } from "./KeptPart";
import { ThemePart } from "./ThemePart";
import { UnitsPart } from "./UnitsPart";

/** The settings as this browser has them. */
export function LiveSettings({ policies }: { readonly policies: readonly ChainNodePolicy[] }) {
  return (
    <>
      <Section title="RPC node" aside="Tested before it is taken" flush>
        <ChainNodes policies={policies} />
      </Section>
      <Section title="Theme">
        <ThemePart />
      </Section>
      <Section title="Units">
        <UnitsPart />
      </Section>
      <Section title="What this browser keeps">
        <KeptPart />
      </Section>
    </>
  );
}
