"use client";

import { useEffect } from "react";
import type { Address } from "@/lib/vault/Token";
import { setTypedDeposit } from "./typedDeposit";

/** Tells the rest of the page what stands in the amount field of a vault, until the field is gone. */
export function useTellDeposit(vault: Address, text: string): void {
  // Synchronises with the window's own state: the field and who reads it have no parent of their own.
  useEffect(() => {
    setTypedDeposit(vault, text);
    return () => setTypedDeposit(vault, "");
  }, [vault, text]);
}
