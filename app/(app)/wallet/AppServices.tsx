"use client";

import { lazy, useState } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { useBlockSubscriber } from "@/hooks/useBlockSubscriber";
import { useIsBrowser } from "@/hooks/useIsBrowser";
import { useWallet } from "@/hooks/useWallet";

const TransactionDriver = lazy(() =>
  import("./TransactionDriver").then((module) => ({ default: module.TransactionDriver })),
);

/** What runs once in the app, in the browser: the block subscriber, and the driver of the account's write. Draws nothing. */
export function AppServices() {
  return useIsBrowser() ? <Services /> : null;
}

/**
 * Nobody has a write before somebody is connected; from then on the driver stays, to tell one account from the next. Only the driver
 * waits for its code: while it comes, blocks are followed already.
 */
function Services() {
  useBlockSubscriber();
  const { account } = useWallet();
  const [isNeeded, setIsNeeded] = useState(false);
  if (!isNeeded && account !== undefined) setIsNeeded(true);
  if (!isNeeded) return null;
  return (
    <BrowserPart>
      <TransactionDriver />
    </BrowserPart>
  );
}
