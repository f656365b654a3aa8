"use client";

import { useSyncExternalStore } from "react";
import { isWalletChoiceOpen, setWalletChoice, subscribeWalletChoice } from "./walletChoice";

/** The wallet choice and what opens it. */
export type Connect = {
  /** Opens the choice of wallets; the code of the choice is loaded at the first time. */
  readonly connect: () => void;
  readonly isOpen: boolean;
  readonly close: () => void;
};

/** How does a person connect a wallet? */
export function useConnect(): Connect {
  const isOpen = useSyncExternalStore(subscribeWalletChoice, isWalletChoiceOpen, () => false);
  return { connect: () => setWalletChoice(true), isOpen, close: () => setWalletChoice(false) };
}
