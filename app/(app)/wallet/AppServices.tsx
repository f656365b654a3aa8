"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useBlockSubscriber } from "@/hooks/useBlockSubscriber";
import { useIsBrowser } from "@/hooks/useIsBrowser";
import { useWallet } from "@/hooks/useWallet";

const TransactionDriver = dynamic(() => import("./TransactionDriver").then((module) => module.TransactionDriver), {
  ssr: false,
});

/** What runs once in the app, in the browser: the block subscriber, and the driver of the account's write. Draws nothing. */
export function AppServices() {
  return useIsBrowser() ? <Services /> : null;
}

/** Nobody has a write before somebody is connected; from then on the driver stays, to tell one account from the next. */
function Services() {
  useBlockSubscriber();
  const { account } = useWallet();
  const [isNeeded, setIsNeeded] = useState(false);
  if (!isNeeded && account !== undefined) setIsNeeded(true);
  return isNeeded ? <TransactionDriver /> : null;
}
