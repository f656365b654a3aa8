"use client";

import { useMemo } from "react";
import { Section } from "@/components/layout/Section";
import type { WalletView } from "@/components/portfolio/walletView";
import { AddressText } from "@/components/ui/AddressText";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Disclosure } from "@/components/ui/Disclosure";
import { Meter } from "@/components/ui/Meter";
import { formatPercent } from "@/lib/format/formatPercent";
import { formatUsd } from "@/lib/format/formatUsd";
import { type RelianceExposure, relianceExposures } from "@/lib/risk/stress/relianceExposures";
import type { VaultHolding } from "@/lib/risk/vaultHolding";
import type { Vault } from "@/lib/vault/Vault";
import {
  type FillsOf,
  ownRelyingParts,
  RELIANCE_KINDS,
  relianceAddress,
  relyingNames,
  relyingParts,
} from "./relyingParts";

export type RelianceSectionProps = {
  readonly holdings: readonly VaultHolding[];
  readonly wallet: WalletView;
  readonly vaults: readonly Vault[];
  readonly fillsOf: FillsOf;
};

/** So many are in sight. */
const SHOWN = 8;

/** How much of the portfolio sits with one contract, oracle, maker or token. */
export function RelianceSection({ holdings, wallet, vaults, fillsOf }: RelianceSectionProps) {
  const exposures = useMemo(() => {
    const own = ownRelyingParts({ wallet, vaults });
    return relianceExposures([...relyingParts(holdings, fillsOf), ...own]);
  }, [holdings, wallet, vaults, fillsOf]);
  const through = { holdings, own: wallet.counted };
  const rest = exposures.slice(SHOWN);
  return (
    <Section title="What hangs on one thing" aside="Value that a failure of it reaches">
      <Exposures caption="What hangs on one thing" exposures={exposures.slice(0, SHOWN)} through={through} />
      {rest.length > 0 ? (
        <Disclosure summary={`${rest.length} more`}>
          <Exposures caption="What hangs on one thing, the rest" exposures={rest} through={through} />
        </Disclosure>
      ) : null}
      <p className="mt-2 max-w-prose text-12 text-ink-3">
        Each counts in full, so shares add up to more than 100%. A maker counts by the part of your options that it took
        this epoch; it has paid for it, or set its collateral aside, in advance.
      </p>
    </Section>
  );
}

type ExposuresProps = {
  readonly caption: string;
  readonly exposures: readonly RelianceExposure[];
  readonly through: ThroughWhat;
};

type ThroughWhat = { readonly holdings: readonly VaultHolding[]; readonly own: WalletView["counted"] };

function Exposures({ caption, exposures, through }: ExposuresProps) {
  return (
    <DataTable
      caption={caption}
      columns={columns(through)}
      rows={exposures}
      rowKey={({ kind, id }) => `${kind} ${id}`}
    />
  );
}

function columns({ holdings, own }: ThroughWhat): readonly Column<RelianceExposure>[] {
  return [
    {
      key: "thing",
      head: "Thing",
      rowHeader: true,
      cell: (exposure) => <AddressText address={relianceAddress(exposure)} name={exposure.name || undefined} />,
    },
    { key: "kind", head: "What it is", cell: ({ kind }) => <span className="text-ink-2">{RELIANCE_KINDS[kind]}</span> },
    { key: "through", head: "Through", cell: (exposure) => <Through names={relyingNames(exposure, holdings, own)} /> },
    { key: "value", head: "Value", align: "right", cell: ({ value }) => formatUsd(value, 0) },
    {
      key: "share",
      head: "of net value",
      align: "right",
      cell: ({ share }) => (
        <>
          {formatPercent(share, 0)}
          <span className="ml-auto block w-24">
            <Meter share={Number.isFinite(share) ? share : 0} label={`${formatPercent(share, 0)} of net value`} />
          </span>
        </>
      ),
    },
  ];
}

function Through({ names }: { readonly names: readonly string[] }) {
  return (
    <span className="text-ink-2" title={names.join(", ")}>
      {names.length === 1 ? names[0] : `${names.length} positions`}
    </span>
  );
}
