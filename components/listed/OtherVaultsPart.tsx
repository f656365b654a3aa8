"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { Section } from "@/components/layout/Section";
import { SkeletonRows } from "@/components/ui/SkeletonRows";

const OtherVaults = lazy(() => import("./OtherVaults").then((module) => ({ default: module.OtherVaults })));

/** Vaults of other protocols, under our own: their code and their reads come after the page. */
export function OtherVaultsPart() {
  return (
    <Section title="Vaults of other protocols" aside="Their risks are their own; not audited by us">
      <BrowserPart place={<SkeletonRows count={3} label="Reading vaults of other protocols" />}>
        <OtherVaults />
      </BrowserPart>
    </Section>
  );
}
