"use client";

import Link from "next/link";
import { Section } from "@/components/layout/Section";
import { FactList } from "@/components/ui/FactList";
import { useChainSource } from "@/hooks/useChainSource";
import type { VaultFigures } from "./VaultFigures";
import { vaultFacts } from "./vaultFacts";
import { trustHref } from "./vaultHref";

/** The contracts behind the page. */
export function FactsSection({ figures }: { readonly figures: VaultFigures }) {
  const { deployment } = useChainSource();
  const { spot } = figures.vault;
  const feed = deployment.feeds.find((one) => one.feed.toLowerCase() === spot.feed.toLowerCase());
  return (
    <Section
      title="Contract facts"
      aside={
        <>
          Read at block {String(figures.vault.blockNumber)} ·{" "}
          <Link className="link" href={trustHref(figures.vault)}>
            Who can change what
          </Link>
        </>
      }
    >
      <FactList facts={vaultFacts(figures, feed?.description ?? "Price feed")} />
    </Section>
  );
}
