"use client";

import { useMemo } from "react";
import { ChainNote } from "@/components/chains/ChainNote";
import { requestRows } from "@/components/transaction/requestRow";
import { type ChainReading, useChainReadings } from "@/hooks/useChainReadings";
import { useOtherBlocks } from "@/hooks/useOtherChains";
import { joinedNames } from "@/lib/format/joinedNames";
import type { Address } from "@/lib/vault/Token";

type Props = { readonly account: Address; readonly shownChainId: number };

/** What is open on the chains that are not shown, and which of them do not answer: nothing there is overlooked for not being chosen. */
export function ElsewhereNotes({ account, shownChainId }: Props) {
  useOtherBlocks();
  const accounts = useMemo(() => [account], [account]);
  const readings = useChainReadings(accounts).filter(({ chainId }) => chainId !== shownChainId);
  return readings.map((reading) => {
    const { chainId, name, read, error, retry } = reading;
    return (
      <div key={chainId} className="grid gap-2 empty:hidden">
        <ChainNote
          what="Requests"
          where="on this page"
          name={name}
          readAt={read?.vaults[0]?.blockTimestamp}
          error={error}
          onRetry={retry}
        />
        <OpenThere reading={reading} />
      </div>
    );
  });
}

function OpenThere({ reading: { name, read } }: { readonly reading: ChainReading }) {
  const now = read?.vaults[0]?.blockTimestamp;
  if (read === undefined || now === undefined) return null;
  const held = read.vaults.flatMap((vault) => {
    const position = read.positions.find((one) => one.vault.toLowerCase() === vault.address.toLowerCase());
    return position ? [{ vault, position }] : [];
  });
  const rows = requestRows(held, now);
  const ready = rows.filter(({ isReady }) => isReady).length;
  const counts = [
    ...(ready > 0 ? [`${ready} ready to take`] : []),
    ...(rows.length > ready ? [`${rows.length - ready} waiting`] : []),
  ];
  if (counts.length === 0) return null;
  return (
    <p className="text-13 text-ink-2">
      On {name}: {joinedNames(counts)}.
    </p>
  );
}
