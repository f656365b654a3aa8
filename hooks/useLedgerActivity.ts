"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useAccount } from "wagmi";
import type { LedgerActivity } from "@/lib/wallets/ledger/LedgerActivity";
import type { LedgerSession } from "@/lib/wallets/ledger/LedgerSession";
import { ledgerParts } from "@/lib/wallets/ledger/ledgerParts";

const IDLE: LedgerActivity = { kind: "idle" };
const idle = () => IDLE;
const neverTold = () => () => undefined;

/** What does the connected Ledger do now? Null for every other wallet. Its code is loaded with the first question. */
export function useLedgerActivity(): LedgerActivity | null {
  const { connector } = useAccount();
  const [session, setSession] = useState<LedgerSession | null>(null);
  // Synchronises with the device's session, which the connector makes.
  useEffect(() => {
    let isGone = false;
    void ledgerParts(connector)
      ?.session()
      .then((made) => {
        if (!isGone) setSession(made);
      });
    return () => {
      isGone = true;
    };
  }, [connector]);
  const activity = useSyncExternalStore(
    session?.activity.subscribe ?? neverTold,
    session?.activity.current ?? idle,
    idle,
  );
  return ledgerParts(connector) === null ? null : activity;
}
