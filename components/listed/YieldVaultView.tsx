"use client";

import { Breadcrumb } from "@/components/layout/Breadcrumb";
import { MainWithRail } from "@/components/layout/MainWithRail";
import { PageHeading } from "@/components/layout/PageHeading";
import { Section } from "@/components/layout/Section";
import { FactList } from "@/components/ui/FactList";
import { Tag } from "@/components/ui/Tag";
import { grouped } from "@/lib/format/numberText";
import type { ListedVaultRow } from "./listedVaults";
import { YieldForms } from "./YieldForms";
import { yieldFacts } from "./yieldFacts";
import { PROTOCOL_NAME, rateText } from "./yieldTexts";

type Props = ListedVaultRow & { readonly chainName: string };

/** What a vault of another protocol is, and the way in and out. */
export function YieldVaultView({ vault, position, loan, chainName }: Props) {
  const { name, asset, protocol } = vault;
  const rate = rateText(vault);
  return (
    <div className="[overflow-wrap:anywhere]">
      <Breadcrumb parent={{ href: "/vaults", label: "Vaults" }} current={name} />
      <PageHeading
        title={name}
        tags={
          <>
            <Tag>{chainName}</Tag>
            <Tag>{PROTOCOL_NAME[protocol]}</Tag>
            <Tag>Deposit {asset.symbol}</Tag>
          </>
        }
        lead={
          rate === null
            ? "Shares are bought and given back at once; its contract does not say what it pays."
            : `Shares are bought and given back at once. It ${rate}.`
        }
      />
      <MainWithRail
        railLabel="Deposit and withdraw"
        rail={<YieldForms vault={vault} position={position} loan={loan} />}
      >
        <Section title="Contract facts" aside={`Read at block ${grouped(String(vault.blockNumber))}`} flush>
          <p className="mb-4 text-13 text-warning">
            Another protocol’s contract: its risks are its own, and it is not audited by us. It holds no options, and
            what it says of itself is its own word.
          </p>
          <FactList facts={yieldFacts(vault)} />
        </Section>
      </MainWithRail>
    </div>
  );
}
