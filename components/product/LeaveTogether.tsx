"use client";

import { useState } from "react";
import { SubmitButton } from "@/components/transaction/SubmitButton";
import { useSurroundings } from "@/components/transaction/useSurroundings";
import { type KeyValue, KeyValueList } from "@/components/ui/KeyValueList";
import { Slider } from "@/components/ui/Slider";
import { vaultTitle } from "@/components/vault/vaultTitle";
import { usePositions } from "@/hooks/usePositions";
import { useTransaction } from "@/hooks/useTransaction";
import { formatToken } from "@/lib/format/formatToken";
import { formatUtcDate } from "@/lib/format/formatUtcDate";
import type { Intent } from "@/lib/transaction/Intent";
import { walletObstacle } from "@/lib/transaction/Obstacle";
import { type Shares, shares } from "@/lib/units/Shares";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Position } from "@/lib/vault/Position";
import type { Vault } from "@/lib/vault/Vault";
import { latestInstant } from "./latestInstant";

type Props = { readonly vaults: readonly Vault[]; readonly now: UnixSeconds };

/** The way out of all these vaults in one transaction: the same part of each, by a permit for each share token. */
export function LeaveTogether({ vaults, now }: Props) {
  const { account, wallet, isRead } = useSurroundings();
  const { data: positions } = usePositions(account);
  const { intend } = useTransaction();
  const [percent, setPercent] = useState(100);
  const parts = partsOf(vaults, positions ?? [], percent);
  const chainId = vaults[0]?.chainId;
  if (chainId === undefined || !positions || (parts.length === 0 && percent === 100)) return null;
  const ask = () => intend(redeemIntent(parts));
  return (
    <section className="mt-6 grid gap-3 px-5" aria-labelledby="leave-together">
      <h2 id="leave-together" className="text-14 font-medium">
        Withdraw from {parts.length === 1 ? "it" : "both at once"}
      </h2>
      <Slider
        label="Part of your shares"
        value={percent}
        min={5}
        max={100}
        step={5}
        onChange={setPercent}
        valueText={percent === 100 ? "all, to the last one" : `${percent}%`}
      />
      <KeyValueList items={[...parts.map(sharesItem), leavesItem(vaults, now)]} />
      <SubmitButton
        {...{
          label: "Review withdrawal",
          obstacle: walletObstacle(wallet, chainId),
          isReading: !isRead,
          onSubmit: ask,
        }}
      />
    </section>
  );
}

function redeemIntent(parts: readonly Part[]): Intent {
  return {
    kind: "redeem",
    parts: parts.map(({ vault: { address, name, share }, asked }) => ({
      vault: { address, name },
      share,
      shares: asked,
    })),
  };
}

type Part = { readonly vault: Vault; readonly asked: Shares };

/** The same part of what is held in each vault; vaults without shares are left out. */
function partsOf(vaults: readonly Vault[], positions: readonly Position[], percent: number): readonly Part[] {
  return vaults.flatMap((vault) => {
    const held = positions.find((one) => one.vault.toLowerCase() === vault.address.toLowerCase())?.shares ?? 0n;
    const asked = partOf(held, percent);
    return asked > 0n ? [{ vault, asked }] : [];
  });
}

/** 100 % is every share; other parts are cut, so that no more than is held is asked for. */
function partOf(held: bigint, percent: number): Shares {
  return shares(percent === 100 ? held : (held * BigInt(percent)) / 100n);
}

function sharesItem({ vault, asked }: Part): KeyValue {
  return { key: vaultTitle(vault), value: formatToken(asked, vault.share) };
}

function leavesItem(vaults: readonly Vault[], now: UnixSeconds): KeyValue {
  const latest = latestInstant(vaults, now, ({ requestExecutesAt }) => requestExecutesAt.at);
  return { key: "Leaves, and keeps its risk until", value: formatUtcDate(latest, now) };
}
