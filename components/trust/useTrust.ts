"use client";

import { useChainSource } from "@/hooks/useChainSource";
import { useChainTime } from "@/hooks/useChainTime";
import { useControls } from "@/hooks/useControls";
import { useFeeds } from "@/hooks/useFeeds";
import { useKnownCode } from "@/hooks/useKnownCode";
import { useVaultHistories } from "@/hooks/useVaultHistories";
import { useVaults } from "@/hooks/useVaults";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Controls } from "@/lib/vault/Controls";
import type { PairFeeds } from "@/lib/vault/PairFeeds";
import type { Vault } from "@/lib/vault/Vault";

/** Everything that the trust pages tell, once all of it is read. */
export type Trust = {
  readonly vaults: readonly Vault[];
  readonly controls: Controls;
  readonly feeds: readonly PairFeeds[];
  readonly now: UnixSeconds;
};

const AGE_COUNTED_EVERY_SECONDS = 10;

/** What is read for the trust pages: undefined until it is there, with what stood in the way. */
export function useTrust() {
  const vaults = useVaults();
  const histories = useVaultHistories(vaults.data);
  const controls = useControls();
  const feeds = useFeeds();
  const code = useKnownCode();
  const time = useChainTime(AGE_COUNTED_EVERY_SECONDS);
  const { deployment } = useChainSource();
  const now = time?.now ?? vaults.data?.[0]?.blockTimestamp;
  const isRead = vaults.data && controls.data && feeds.data && now !== undefined;
  const trust: Trust | undefined = isRead
    ? { vaults: vaults.data, controls: controls.data, feeds: feeds.data, now }
    : undefined;
  return {
    trust,
    histories: histories.data,
    deployment,
    /** What stands at the contracts' addresses; undefined until it is read. */
    known: code.data,
    error: vaults.error ?? controls.error ?? feeds.error,
    retry: () => void Promise.all([vaults.refetch(), controls.refetch(), feeds.refetch()]),
  };
}
