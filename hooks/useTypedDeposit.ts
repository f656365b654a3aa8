"use client";

import { useSyncExternalStore } from "react";
import type { Address } from "@/lib/vault/Token";
import { nothingTyped, subscribeTypedDeposit, typedDeposit } from "./typedDeposit";

/** What stands in the amount field of this vault, as typed? Empty when nothing does. */
export function useTypedDeposit(vault: Address): string {
  const { vault: typedIn, text } = useSyncExternalStore(subscribeTypedDeposit, typedDeposit, nothingTyped);
  return typedIn === vault.toLowerCase() ? text : "";
}
