"use client";

import { useSyncExternalStore } from "react";
import { countedWallet } from "./countedWallet";

/** Does what lies in the wallet count in value and risk? With the way to change that. */
export function useCountedWallet(): { readonly isCounted: boolean; readonly count: (isCounted: boolean) => void } {
  const { subscribe, read, readOnServer } = countedWallet;
  const isCounted = useSyncExternalStore(subscribe, read, readOnServer);
  return { isCounted, count: (next) => countedWallet.write(next ? "yes" : "no") };
}
