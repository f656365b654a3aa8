"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { useLedgerChoice } from "@/hooks/useLedgerChoice";

const LedgerDialog = lazy(() => import("./LedgerDialog").then((module) => ({ default: module.LedgerDialog })));

/** Lets a person choose an account whenever a Ledger is to be connected. The dialog's code comes with the first choice. */
export function LedgerConnection() {
  const choosing = useLedgerChoice();
  return choosing === null ? null : (
    <BrowserPart>
      <LedgerDialog choosing={choosing} />
    </BrowserPart>
  );
}
