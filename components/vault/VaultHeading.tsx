import { Breadcrumb } from "@/components/layout/Breadcrumb";
import { PageHeading } from "@/components/layout/PageHeading";
import { Tag } from "@/components/ui/Tag";
import { describeStrategy } from "@/lib/format/describeStrategy";
import type { Vault } from "@/lib/vault/Vault";
import { outlooks } from "./outlook";
import { vaultTitle } from "./vaultTitle";

type Props = { readonly vault: Vault; readonly chainName: string };

/** A vault's name and what it does in plain words, from its legs. */
export function VaultHeading({ vault, chainName }: Props) {
  const title = vaultTitle(vault);
  const { earns, loses } = describeStrategy(vault);
  return (
    <>
      <Breadcrumb parent={{ href: "/vaults", label: "Vaults" }} current={title} />
      <PageHeading
        title={title}
        tags={
          <>
            <Tag>{chainName}</Tag>
            <Tag>Deposit {vault.asset.symbol}</Tag>
            {outlooks(vault).map((outlook) => (
              <Tag key={outlook}>Outlook: {outlook}</Tag>
            ))}
          </>
        }
        lead={`${earns} ${loses}`}
      />
    </>
  );
}
