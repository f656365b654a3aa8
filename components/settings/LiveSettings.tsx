"use client";

import { Section } from "@/components/layout/Section";
import type { NodePolicy } from "@/hooks/useOwnNode";
import { KeptPart } from "./KeptPart";
import { OwnNodePart } from "./OwnNodePart";
import { ThemePart } from "./ThemePart";

/** The settings as this browser has them. */
export function LiveSettings({ policy }: { readonly policy: NodePolicy }) {
  return (
    <>
      <Section title="RPC node" aside="Tested before it is taken" flush>
        <OwnNodePart policy={policy} />
      </Section>
      <Section title="Theme">
        <ThemePart />
      </Section>
      <Section title="What this browser keeps">
        <KeptPart />
      </Section>
    </>
  );
}
