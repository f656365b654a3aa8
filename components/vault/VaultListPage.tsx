import { PageHeading } from "@/components/layout/PageHeading";
import { OtherVaultsPart } from "@/components/listed/OtherVaultsPart";
import { AsOf } from "./AsOf";
import { ListNotes } from "./ListNotes";
import { VaultList } from "./VaultList";

/** The list of vaults under its heading, for every address that opens with it. */
export function VaultListPage() {
  return (
    <>
      <PageHeading
        title="Vaults"
        lead="Options strategies that settle on chain every epoch. Each row says what you earn and when you lose."
        aside={<AsOf />}
      />
      <VaultList notes={<ListNotes />} />
      <OtherVaultsPart />
    </>
  );
}
