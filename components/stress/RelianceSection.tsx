"use client";

import { useMemo } from "react";
import { Section } from "@/components/layout/Section";
import type { OtherHoldings } from "@/components/portfolio/otherHoldings";
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
import { otherRelyingParts } from "./otherRelyingParts";
import {
  type FillsOf,
  holdingNames,
  ownRelyingParts,
  RELIANCE_KINDS,
  relianceAddress,
  relyingNames,
  relyingParts,
} from "./relyingParts";

export type RelianceSectionProps = {
  readonly holdings: readonly VaultHolding[];
  readonly others: OtherHoldings;
  readonly wallet: WalletView;
  readonly vaults: readonly Vault[];
  readonly fillsOf: FillsOf;
};

/** So many are in sight. */
const SHOWN = 8;

/** How much of the portfolio sits with one contract, protocol, oracle, maker or token. */
export function RelianceSection({ holdings, others, wallet, vaults, fillsOf }: RelianceSectionProps) {
  const exposures = useMemo(() => {
    const own = ownRelyingParts({ wallet, vaults });
    return relianceExposures([...relyingParts(holdings, fillsOf), ...otherRelyingParts(others), ...own]);
  }, [holdings, others, wallet, vaults, fillsOf]);
  const names = new Map([
    ...holdingNames(holdings),
    ...[...others.parts, ...wallet.counted].map(({ part: { id, name } }) => [id, name] as const),
  ]);
  const rest = exposures.slice(SHOWN);
  return (
    <Section title="What hangs on one thing" aside="Value that a failure of it reaches">
      <Exposures caption="What hangs on one thing" exposures={exposures.slice(0, SHOWN)} names={names} />
      {rest.length > 0 ? (
        <Disclosure summary={`${rest.length} more`}>
          <Exposures caption="What hangs on one thing, the rest" exposures={rest} names={names} />
        </Disclosure>
      ) : null}
      <p className="mt-2 max-w-prose text-12 text-ink-3">
        Each counts in full, so shares add up to more than 100%. A maker counts by the part of your options that it took
        this epoch; it has paid for it, or set its collateral aside, in advance.
        {others.debtUsd > 0 ? " A debt takes away from its pool and from the token that is owed." : ""}
      </p>
    </Section>
  );
}

type ExposuresProps = {
  readonly caption: string;
  readonly exposures: readonly RelianceExposure[];
  readonly names: ReadonlyMap<string, string>;
};

function Exposures({ caption, exposures, names }: ExposuresProps) {
  return (
    <DataTable caption={caption} columns={columns(names)} rows={exposures} rowKey={({ kind, id }) => `${kind} ${id}`} />
  );
}

function columns(names: ReadonlyMap<string, string>): readonly Column<RelianceExposure>[] {
  return [
    {
      key: "thing",
      head: "Thing",
      rowHeader: true,
      cell: (exposure) => <AddressText address={relianceAddress(exposure)} name={exposure.name || undefined} />,
    },
    { key: "kind", head: "What it is", cell: ({ kind }) => <span className="text-ink-2">{RELIANCE_KINDS[kind]}</span> },
    { key: "through", head: "Through", cell: (exposure) => <Through names={relyingNames(exposure, names)} /> },
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
