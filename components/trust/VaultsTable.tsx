import Link from "next/link";
import { AddressText } from "@/components/ui/AddressText";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { trustHref } from "@/components/vault/vaultHref";
import { vaultTitle } from "@/components/vault/vaultTitle";
import type { Controls, SharedControls, VaultControls } from "@/lib/vault/Controls";
import type { Vault } from "@/lib/vault/Vault";
import { ownerKind, ownerSpeed } from "./ownershipWords";

type Row = { readonly vault: Vault; readonly controls: VaultControls | undefined };
type Props = { readonly vaults: readonly Vault[]; readonly controls: Controls };

/** One line a vault: its curator, its guardian, and how fast its policy changes. */
export function VaultsTable({ vaults, controls }: Props) {
  const rows = vaults.map((vault) => ({
    vault,
    controls: controls.vaults.find((one) => one.vault.toLowerCase() === vault.address.toLowerCase()),
  }));
  return (
    <DataTable
      caption="Vaults and their roles"
      columns={columns(controls.shared)}
      rows={rows}
      rowKey={({ vault }) => vault.address}
      narrow="blocks"
    />
  );
}

function columns(shared: SharedControls): readonly Column<Row>[] {
  return [
    {
      key: "vault",
      head: "Vault",
      rowHeader: true,
      cell: ({ vault }) => (
        <Link className="link" href={trustHref(vault)}>
          {vaultTitle(vault)}
        </Link>
      ),
    },
    { key: "policy", head: "Policy changes", cell: ({ controls }) => policyText(controls, shared) },
    { key: "curator", head: "Curator", cell: ({ vault }) => <AddressText address={vault.contracts.curator} /> },
    { key: "guardian", head: "Guardian", cell: ({ vault }) => <AddressText address={vault.contracts.guardian} /> },
    {
      key: "deposits",
      head: "Deposits",
      cell: ({ vault, controls }) => (controls?.isDead ? "never again" : vault.isDepositPaused ? "paused" : "open"),
    },
  ];
}

function policyText(controls: VaultControls | undefined, shared: SharedControls) {
  if (controls === undefined) return "not read";
  const kind = ownerKind(controls.policyOwnership, shared);
  const text = ownerSpeed(kind, shared.delaySeconds);
  return kind === "account" ? <span className="text-warning">{text}</span> : text;
}
