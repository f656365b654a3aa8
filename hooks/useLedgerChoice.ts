"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useConnectors } from "wagmi";
import type { LedgerScheme } from "@/lib/wallets/ledger/derivationPath";
import type { LedgerChoice, LedgerChoiceState } from "@/lib/wallets/ledger/LedgerChoice";
import type { LedgerAccount } from "@/lib/wallets/ledger/LedgerSession";
import { ledgerParts } from "@/lib/wallets/ledger/ledgerParts";

/** The choice of a Ledger's account under way, and what a person can do about it. */
export type LedgerChoosing = {
  readonly state: LedgerChoiceState;
  /** Opens the browser's list of devices. */
  readonly find: () => void;
  readonly show: (scheme: LedgerScheme) => void;
  readonly showMore: () => void;
  readonly choose: (account: LedgerAccount) => void;
  readonly cancel: () => void;
};

const LOOKING: LedgerChoiceState = { kind: "looking" };
const looking = () => LOOKING;
const neverTold = () => () => undefined;

/** Which account of a Ledger is to be connected? Null while nobody connects one; its code is loaded when somebody does. */
export function useLedgerChoice(): LedgerChoosing | null {
  const connectors = useConnectors();
  const [choice, setChoice] = useState<LedgerChoice | null>(null);
  // Synchronises with the Ledger's connector, which asks whoever told it so.
  useEffect(() => {
    const parts = connectors.map(ledgerParts).find((found) => found !== null);
    parts?.setChooser(async (session) => {
      const { LedgerChoice } = await import("@/lib/wallets/ledger/LedgerChoice");
      const begun = new LedgerChoice(session);
      setChoice((before) => {
        before?.cancel();
        return begun;
      });
      const account = await begun.chosen;
      setChoice((current) => (current === begun ? null : current));
      return account;
    });
    return () => parts?.setChooser(null);
  }, [connectors]);
  const state = useSyncExternalStore(choice?.subscribe ?? neverTold, choice?.current ?? looking, looking);
  return choice === null ? null : { state, ...verbsOf(choice) };
}

function verbsOf({ find, show, showMore, choose, cancel }: LedgerChoice) {
  return { find, show, showMore, choose, cancel };
}
