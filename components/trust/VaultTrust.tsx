"use client";

import { Breadcrumb } from "@/components/layout/Breadcrumb";
import { PageHeading } from "@/components/layout/PageHeading";
import { Section } from "@/components/layout/Section";
import { StatStrip } from "@/components/ui/StatStrip";
import { vaultHref } from "@/components/vault/vaultHref";
import { vaultTitle } from "@/components/vault/vaultTitle";
import type { SharedControls, VaultControls } from "@/lib/vault/Controls";
import type { Fill } from "@/lib/vault/Epoch";
import { makerShares } from "@/lib/vault/makerShares";
import type { PairFeeds } from "@/lib/vault/PairFeeds";
import type { Address } from "@/lib/vault/Token";
import type { Vault } from "@/lib/vault/Vault";
import { MakersSection } from "./MakersSection";
import { NobodyList } from "./NobodyList";
import { PolicySection } from "./PolicySection";
import { PowersTable } from "./PowersTable";
import { PriceSection } from "./PriceSection";
import { RisksSection } from "./RisksSection";
import { SourcesSection } from "./SourcesSection";
import { sharedPowers } from "./sharedPowers";
import { type SourceRow, sourceRows } from "./sourceRows";
import { TrustWaiting } from "./TrustWaiting";
import { sharedContracts, vaultContracts } from "./trustContracts";
import { auditStat, feedStat, makerStat, noticeStat, sourceStat } from "./trustStats";
import { useTrust } from "./useTrust";
import { vaultPowers } from "./vaultPowers";

/** What a depositor of one vault trusts, and how far. */
export function VaultTrust({ address }: { readonly address: Address }) {
  const { trust, histories, deployment, known, error, retry } = useTrust();
  const same = (one: { readonly vault: string }) => one.vault.toLowerCase() === address.toLowerCase();
  const vault = trust?.vaults.find((one) => one.address.toLowerCase() === address.toLowerCase());
  const controls = trust?.controls.vaults.find(same);
  if (!trust || !vault || !controls) return <TrustWaiting error={error} onRetry={retry} />;
  const pairs = trust.feeds.filter(({ underlying, quote }) => isOf(vault, underlying, quote));
  const { shared } = trust.controls;
  const fills = histories?.find(same)?.fills ?? [];
  const contracts = [...vaultContracts(vault), ...sharedContracts(deployment.addresses)];
  const rows = sourceRows(contracts, { sources: deployment.sources, known });
  return (
    <>
      <Heading vault={vault} />
      <Strip
        facts={{ vault, controls, shared }}
        fills={fills}
        pairs={pairs}
        rows={rows}
        audits={deployment.audits.length}
        now={trust.now}
      />
      <Section title="Who can change what, and how fast" aside={`Read at block ${shared.blockNumber}`}>
        <PowersTable
          caption="Who can change what"
          powers={[...vaultPowers({ vault, controls, shared }), ...sharedPowers(shared)]}
        />
        <NobodyList />
      </Section>
      <PolicySection vault={vault} controls={controls} />
      <PriceSection pairs={pairs} shared={shared} controls={controls} now={trust.now} />
      <MakersSection vault={vault} fills={fills} />
      <SourcesSection rows={rows} audits={deployment.audits} />
      <RisksSection />
    </>
  );
}

function Heading({ vault }: { readonly vault: Vault }) {
  const title = vaultTitle(vault);
  return (
    <>
      <Breadcrumb parent={{ href: vaultHref(vault), label: title }} current="Who can change what" />
      <PageHeading
        title={`${title}: what you trust`}
        lead="Who may change what and how fast, where prices are from, who buys the options, and what can go wrong."
      />
    </>
  );
}

type StripProps = {
  readonly facts: { readonly vault: Vault; readonly controls: VaultControls; readonly shared: SharedControls };
  readonly fills: readonly Fill[];
  readonly pairs: readonly PairFeeds[];
  readonly rows: readonly SourceRow[];
  readonly audits: number;
  readonly now: Vault["blockTimestamp"];
};

function Strip({ facts: { vault, controls, shared }, fills, pairs, rows, audits, now }: StripProps) {
  const ofEpoch = fills.filter(({ epoch }) => epoch === vault.epoch.number);
  return (
    <StatStrip
      stats={[
        noticeStat([controls.policyOwnership, shared.oracleOwnership], shared),
        makerStat(makerShares(ofEpoch)),
        feedStat(
          pairs.map(({ first }) => first),
          now,
        ),
        sourceStat(rows),
        auditStat(audits),
      ]}
    />
  );
}

function isOf(vault: Vault, underlying: Address, quote: Address): boolean {
  return (
    vault.underlying.address.toLowerCase() === underlying.toLowerCase() &&
    vault.quote.address.toLowerCase() === quote.toLowerCase()
  );
}
