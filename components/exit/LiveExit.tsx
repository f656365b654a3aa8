"use client";

import { ReadOnlyNotice } from "@/components/transaction/ReadOnlyNotice";
import { AddressText } from "@/components/ui/AddressText";
import { Notice } from "@/components/ui/Notice";
import { SkeletonRows } from "@/components/ui/SkeletonRows";
import { ReadFailure } from "@/components/vault/ReadFailure";
import { useLastFailure } from "@/components/vault/useLastFailure";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { useChainTime } from "@/hooks/useChainTime";
import { usePositions } from "@/hooks/usePositions";
import { useVaults } from "@/hooks/useVaults";
import { joinedNames } from "@/lib/format/joinedNames";
import { grouped } from "@/lib/format/numberText";
import type { Address } from "@/lib/vault/Token";
import { ExitVaultSection } from "./ExitVaultSection";
import { exitVaults } from "./exitRows";
import { OtherExitSections } from "./OtherExitSections";

type Props = { readonly account: Address; readonly isOwn: boolean; readonly isConnected: boolean };

/** What the address holds in every vault, from the chain alone. */
export function LiveExit({ account, isOwn, isConnected }: Props) {
  const { data: vaults, error: vaultsError, refetch: readVaults } = useVaults();
  const { data: positions, error: positionsError, refetch: readPositions } = usePositions(account);
  const time = useChainTime(60);
  const isKnown = vaults !== undefined && positions !== undefined;
  const error = useLastFailure(vaultsError ?? positionsError, isKnown);
  const again = () => void Promise.all([readVaults(), readPositions()]);
  const [first] = vaults ?? [];
  const failure = error ? <ReadFailure error={error} readAt={first?.blockTimestamp} onRetry={again} /> : null;
  if (!vaults || !positions) return failure ?? <SkeletonRows count={3} label="Reading what the address holds" />;
  const now = time?.now ?? first?.blockTimestamp;
  const held = now === undefined ? [] : exitVaults(vaults, positions, now);
  const empty = vaults.filter(({ address }) => !held.some((one) => one.address === address)).map(vaultTitle);
  return (
    <>
      {failure}
      <p className="mt-4 mb-2 text-13 text-ink-2">
        <AddressText address={account} full />, read at block {grouped(String(first?.blockNumber ?? 0n))}
      </p>
      <ReadOnlyNotice />
      {held.length === 0 ? (
        <Notice level={2} title="Nothing is held in these vaults">
          Neither shares nor requests of this address are in any of them. Look at another address, or check that the
          node serves the right chain.
        </Notice>
      ) : null}
      {held.map((vault) => (
        <ExitVaultSection key={vault.address} vault={vault} account={account} isOwn={isOwn} isConnected={isConnected} />
      ))}
      <OtherExitSections account={account} isOwn={isOwn} isConnected={isConnected} />
      {held.length > 0 && empty.length > 0 ? (
        <p className="mt-4 text-13 text-ink-3">Nothing in {joinedNames(empty)}.</p>
      ) : null}
    </>
  );
}
