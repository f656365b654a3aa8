"use client";

import { listedVaults } from "@/components/listed/listedVaults";
import { useChainName } from "@/hooks/useChainName";
import { useListed } from "@/hooks/useListed";
import { errorMessage } from "@/lib/format/errorMessage";
import type { Address } from "@/lib/vault/Token";
import { ExitVaultSection } from "./ExitVaultSection";
import { otherExits } from "./otherExits";

type Props = { readonly account: Address; readonly isOwn: boolean; readonly isConnected: boolean };

/** What the address holds in vaults of other protocols; one that cannot be read is told and stands in nobody's way. */
export function OtherExitSections({ account, isOwn, isConnected }: Props) {
  const { outcomes } = useListed([account]);
  const chainName = useChainName();
  if (outcomes === undefined) return null;
  return (
    <div className="foreign">
      {otherExits(listedVaults(outcomes)).map((vault) => (
        <ExitVaultSection key={vault.address} vault={vault} account={account} isOwn={isOwn} isConnected={isConnected} />
      ))}
      {outcomes.map((outcome) =>
        outcome.ok ? null : (
          <p key={outcome.entry.address} className="mt-4 text-13 text-warning">
            {outcome.entry.name ?? outcome.entry.address} could not be read.{" "}
            {errorMessage(outcome.failure, chainName).what}
          </p>
        ),
      )}
    </div>
  );
}
