"use client";

import { useState } from "react";
import type { Allowance } from "@/components/transaction/AllowanceChoice";
import { useSurroundings } from "@/components/transaction/useSurroundings";
import { usePositions } from "@/hooks/usePositions";
import { useTransaction } from "@/hooks/useTransaction";
import { depositObstacle } from "@/lib/transaction/depositObstacle";
import type { UnixSeconds } from "@/lib/units/UnixSeconds";
import type { Vault } from "@/lib/vault/Vault";
import { splitAttempt, splitIntent } from "./splitAttempt";
import type { ParsedWeights } from "./weights";

type Entry = {
  readonly vaults: readonly Vault[];
  readonly parsed: ParsedWeights;
  readonly text: string;
  readonly now: UnixSeconds;
  readonly isStored: boolean;
};

/** What is in the way of this split, and what sends it? */
export function useSplitDeposit({ vaults, parsed, text, now, isStored }: Entry) {
  const surroundings = useSurroundings();
  const { data: positions } = usePositions(surroundings.account);
  const { intend } = useTransaction();
  const [allowance, setAllowance] = useState<Allowance>("permit");
  const [stores, setStores] = useState(true);
  const attempt = splitAttempt({ vaults, parsed, text, positions, surroundings, now });
  const isConnected = surroundings.account !== undefined;
  const submit = () => {
    if (!attempt?.amount.ok || !parsed.ok) return;
    const wishes = { prefersApproval: allowance === "approve", storesAllocation: stores && !isStored };
    intend(splitIntent({ vaults, weights: parsed.weights, assets: attempt.amount.amount, ...wishes }));
  };
  return {
    ...{ attempt, allowance, setAllowance, stores, setStores, submit },
    obstacle: attempt && depositObstacle(attempt),
    isReading: isConnected && (!positions || !surroundings.isRead),
    /** What can be spent; null until it is known. */
    spendable: attempt && isConnected && positions ? attempt.spendable : null,
  };
}
