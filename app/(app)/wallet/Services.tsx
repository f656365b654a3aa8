"use client";

import { lazy, useState } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { Shortcuts } from "@/components/layout/Shortcuts";
import { useBlockSubscriber } from "@/hooks/useBlockSubscriber";
import { useWallet } from "@/hooks/useWallet";

const TransactionDriver = lazy(() =>
  import("./TransactionDriver").then((module) => ({ default: module.TransactionDriver })),
);

/**
 * The block subscriber, the keys that lead somewhere, and the driver of the account's write. Nobody has a write before somebody is
 * connected; from then on the driver stays, to tell one account from the next. Only the driver waits for its code: while it comes, blocks
 * are followed already.
 */
export function Services() {
  useBlockSubscriber();
  const { account } = useWallet();
  const [isNeeded, setIsNeeded] = useState(false);
  if (!isNeeded && account !== undefined) setIsNeeded(true);
  return (
    <>
      <Shortcuts />
      {isNeeded ? (
        <BrowserPart>
          <TransactionDriver />
        </BrowserPart>
      ) : null}
    </>
  );
}
