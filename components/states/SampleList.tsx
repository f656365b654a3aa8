"use client";

import { useMemo } from "react";
import { PageHeading } from "@/components/layout/PageHeading";
import { computeVaultFigures } from "../vault/computeVaultFigures";
import { VaultTable } from "../vault/VaultTable";
import { SAMPLE_NOW, SAMPLE_VAULTS } from "./sampleVaults";

/** The list of vaults with a row for every state. */
export function SampleList() {
  const rows = useMemo(
    () =>
      Object.entries(SAMPLE_VAULTS).map(([name, sample], index) => {
        const address = `0x${(index + 1).toString(16).padStart(40, "0")}` as const;
        const vault = { ...sample.vault, address, name: `ETH ${name.replace("vault-", "").replaceAll("-", " ")}` };
        return computeVaultFigures(vault, sample, { now: SAMPLE_NOW, market: sample.market });
      }),
    [],
  );
  return (
    <>
      <PageHeading title="Vaults, a row for every state" />
      <VaultTable rows={rows} chainName="Sample chain" />
    </>
  );
}
