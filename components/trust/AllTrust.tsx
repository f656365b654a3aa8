"use client";

import Link from "next/link";
import { PageHeading } from "@/components/layout/PageHeading";
import { Section } from "@/components/layout/Section";
import { StatStrip } from "@/components/ui/StatStrip";
import { NobodyList } from "./NobodyList";
import { OtherTrust } from "./OtherTrust";
import { PowersTable } from "./PowersTable";
import { PriceSection } from "./PriceSection";
import { RisksSection } from "./RisksSection";
import { SourcesSection } from "./SourcesSection";
import { sharedPowers } from "./sharedPowers";
import { sourceRows } from "./sourceRows";
import { TrustWaiting } from "./TrustWaiting";
import { sharedContracts, vaultContracts } from "./trustContracts";
import { auditStat, feedStat, noticeStat, sourceStat } from "./trustStats";
import { useTrust } from "./useTrust";
import { VaultsTable } from "./VaultsTable";

/** What every depositor trusts: the shared contracts, and each vault in one line. */
export function AllTrust() {
  const { trust, deployment, known, error, retry } = useTrust();
  if (!trust) return <TrustWaiting error={error} onRetry={retry} />;
  const { vaults, feeds, now, controls } = trust;
  const { shared } = controls;
  const owners = [...controls.vaults.map(({ policyOwnership }) => policyOwnership), shared.oracleOwnership];
  const rows = sourceRows([...sharedContracts(deployment.addresses), ...vaults.flatMap(vaultContracts)], {
    sources: deployment.sources,
    known,
  });
  return (
    <>
      <PageHeading
        title="What you trust"
        lead="Who may change what and how fast, where prices are from, and what can go wrong. Each vault has a page of its own."
      />
      <StatStrip
        stats={[
          noticeStat(owners, shared),
          feedStat(
            feeds.map(({ first }) => first),
            now,
          ),
          sourceStat(rows),
          auditStat(deployment.audits.length),
        ]}
      />
      <Section title="The vaults" aside="Their own roles, read from the chain">
        <VaultsTable vaults={vaults} controls={controls} />
        <OtherTrust />
      </Section>
      <Section title="Who can change what all vaults share" aside={`Read at block ${shared.blockNumber}`}>
        <PowersTable caption="Who can change what all vaults share" powers={sharedPowers(shared)} />
        <NobodyList />
        <p className="mt-4 text-13 text-ink-2">
          What you yourself have allowed, and to whom, is under{" "}
          <Link className="link" href="/rights">
            Permissions
          </Link>
          .
        </p>
      </Section>
      <PriceSection pairs={feeds} shared={shared} now={now} />
      <SourcesSection rows={rows} audits={deployment.audits} />
      <RisksSection />
    </>
  );
}
