"use client";

import { ReadFailure } from "@/components/vault/ReadFailure";
import { useLastFailure } from "@/components/vault/useLastFailure";
import { useEthBalance } from "@/hooks/useEthBalance";
import { usePosition } from "@/hooks/usePosition";
import { useWallet } from "@/hooks/useWallet";
import { NoQuorumError } from "@/lib/errors/quorumErrors";
import type { Vault } from "@/lib/vault/Vault";

/** That the nodes do not say the same of what the account has, and so nothing newer is shown. Nothing while they do. */
export function NodesDisagree({ vault }: { readonly vault: Vault }) {
  const { account } = useWallet();
  const position = usePosition(account, vault.address);
  const coins = useEthBalance(account);
  const isRead = position.data !== undefined && coins.data !== undefined;
  const error = useLastFailure(position.error ?? coins.error, isRead);
  if (!(error instanceof NoQuorumError)) return null;
  return (
    <div className="mb-4">
      <ReadFailure
        error={error}
        readAt={position.data ? vault.blockTimestamp : undefined}
        onRetry={() => void position.refetch()}
      />
    </div>
  );
}
