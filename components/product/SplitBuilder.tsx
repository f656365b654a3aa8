"use client";

import { lazy, useMemo, useState } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { LaterPart } from "@/components/layout/LaterPart";
import { MainWithRail } from "@/components/layout/MainWithRail";
import type { VaultHistory } from "@/components/product/VaultHistory";
import { PanelSkeleton } from "@/components/transaction/PanelSkeleton";
import { Skeleton } from "@/components/ui/Skeleton";
import { computeVaultFigures } from "@/components/vault/computeVaultFigures";
import type { VaultFigures } from "@/components/vault/VaultFigures";
import { useMarkets } from "@/hooks/useMarkets";
import { useOnceConfirmed } from "@/hooks/useOnceConfirmed";
import { useStoredAllocation } from "@/hooks/useStoredAllocation";
import { useWallet } from "@/hooks/useWallet";
import { parseTokenAmount } from "@/lib/units/parseTokenAmount";
import { tokenToNumber } from "@/lib/units/TokenAmount";
import { type UnixSeconds, unixSeconds } from "@/lib/units/UnixSeconds";
import type { Vault } from "@/lib/vault/Vault";
import { jointFigures } from "./jointFigures";
import { SplitWeights } from "./SplitWeights";
import { askedWeights, type SplitQuery } from "./splitQuery";
import { storedWeights } from "./storedWeights";
import { evenWeights, type ParsedWeights, parseWeights, weightTexts } from "./weights";

/** Drawn by the server like everything else; its code comes after what makes the page usable. */
const JointPayoff = lazy(() => import("./JointPayoff").then((module) => ({ default: module.JointPayoff })));

const SplitRail = lazy(() => import("./SplitRail").then((module) => ({ default: module.SplitRail })));

export type SplitBuilderProps = {
  readonly vaults: readonly Vault[];
  readonly histories: readonly VaultHistory[] | undefined;
  readonly now: UnixSeconds;
  /** What the page's address asks for, before anything is typed. */
  readonly asked: SplitQuery;
};

/** What is drawn while no amount is typed, in whole tokens. */
const EXAMPLE = 10_000;
const JOINT_PLACE = <Skeleton className="mt-10 block h-[720px] w-full" />;
/** Model values move by the minute. */
const MINUTE = 60n;

/** Weights and amount on one side, what they do together on the other. */
export function SplitBuilder({ vaults, histories, now, asked }: SplitBuilderProps) {
  const [typed, setTyped] = useState(() => askedWeights(vaults, asked));
  const [amountText, setAmountText] = useState(asked.amount);
  useOnceConfirmed(() => setAmountText(""));
  const { account } = useWallet();
  const [first] = vaults;
  const { data: stored } = useStoredAllocation(account, first?.asset.address ?? "0x");
  const kept = useMemo(() => storedWeights(vaults, stored), [vaults, stored]);
  const texts = typed ?? weightTexts(kept ?? evenWeights(vaults.length));
  const parsed = parseWeights(texts);
  const joint = useJoint({ vaults, histories, now }, parsed);
  if (first === undefined) return null;
  const amount = parseTokenAmount(amountText, first.asset.decimals);
  const units = amount.ok ? tokenToNumber(amount.amount, first.asset.decimals) : EXAMPLE;
  return (
    <MainWithRail
      railLabel="Deposit the split"
      rail={
        <BrowserPart place={<PanelSkeleton />}>
          <SplitRail
            vaults={vaults}
            parsed={parsed}
            joint={joint}
            text={amountText}
            onText={setAmountText}
            now={now}
            kept={kept}
          />
        </BrowserPart>
      }
    >
      <SplitWeights vaults={vaults} texts={texts} parsed={parsed} onTexts={setTyped} />
      <LaterPart place={JOINT_PLACE}>
        <JointPayoff joint={joint} units={units} isExample={!amount.ok} />
      </LaterPart>
    </MainWithRail>
  );
}

/** The sum of the vaults at these weights; recomputed when a minute, a block's values or a weight changes. */
function useJoint(
  { vaults, histories, now }: Omit<SplitBuilderProps, "asked">,
  parsed: ParsedWeights,
): VaultFigures | null {
  const minute = unixSeconds((now / MINUTE) * MINUTE);
  const marketOf = useMarkets(vaults.map(({ underlyingSymbol }) => underlyingSymbol));
  const figures = useMemo(
    () =>
      vaults.map((vault) => {
        const past = histories?.find((one) => one.vault.toLowerCase() === vault.address.toLowerCase());
        return computeVaultFigures(vault, past, { now: minute, market: marketOf(vault.underlyingSymbol) });
      }),
    [vaults, histories, minute, marketOf],
  );
  const key = parsed.ok ? parsed.weights.join() : null;
  const joint = useMemo(() => {
    if (key === null) return null;
    const shares = key.split(",").map((weight) => Number(weight) / 10_000);
    return jointFigures(figures.map((one, index) => ({ figures: one, weight: shares[index] ?? 0 })));
  }, [figures, key]);
  return joint;
}
