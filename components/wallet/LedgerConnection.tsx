"use client";

import dynamic from "next/dynamic";
import { useLedgerChoice } from "@/hooks/useLedgerChoice";

const LedgerDialog = dynamic(() => import("./LedgerDialog").then((module) => module.LedgerDialog), { ssr: false });

/** Lets a person choose an account whenever a Ledger is to be connected. The dialog's code comes with the first choice. */
export function LedgerConnection() {
  const choosing = useLedgerChoice();
  return choosing === null ? null : <LedgerDialog choosing={choosing} />;
}
