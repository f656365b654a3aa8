"use client";

import { lazy } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { useWallet } from "@/hooks/useWallet";

const WrongNetwork = lazy(() => import("./WrongNetwork").then((module) => ({ default: module.WrongNetwork })));

/** Shown while the wallet is on another network than the page; its code comes only then. */
export function WrongNetworkBanner() {
  const { isWrongChain } = useWallet();
  return isWrongChain ? (
    <BrowserPart>
      <WrongNetwork />
    </BrowserPart>
  ) : null;
}
