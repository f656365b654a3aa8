"use client";

import { useState } from "react";
import { useConfig } from "wagmi";
import { useChainSource } from "./useChainSource";

/** Asks the wallet to go to the app's chain. A wallet that does not leaves everything as it is. */
export function useSwitchChain(): { readonly switchChain: () => void; readonly isSwitching: boolean } {
  const config = useConfig();
  const { chainId } = useChainSource().deployment;
  const [isSwitching, setIsSwitching] = useState(false);
  const ask = async () => {
    const { walletActions } = await import("./walletActions");
    await walletActions.switchChain(config, { chainId });
  };
  const switchChain = () => {
    setIsSwitching(true);
    ask()
      .catch(() => undefined)
      .finally(() => setIsSwitching(false));
  };
  return { switchChain, isSwitching };
}
