"use client";

import { darkTheme, lightTheme, RainbowKitProvider, useConnectModal } from "@rainbow-me/rainbowkit";
import "@rainbow-me/rainbowkit/styles.css";
import { useEffect, useState } from "react";
import { useConnect } from "@/hooks/useConnect";
import { useWallet } from "@/hooks/useWallet";
import { LedgerConnection } from "./LedgerConnection";
import { OtherWays } from "./OtherWays";
import { WalletConnectConnection } from "./WalletConnectConnection";

/** RainbowKit's choice of wallets. Mounted beside the page, never around it, so that the page does not wait for it. */
export function WalletModal() {
  const { appChainId } = useWallet();
  const [theme] = useState(pageTheme);
  return (
    <RainbowKitProvider
      theme={theme}
      modalSize="compact"
      initialChain={appChainId}
      appInfo={{ appName: "Ballast", disclaimer: OtherWays }}
      locale="en-US"
    >
      <OpenWhenAsked />
      <LedgerConnection />
      <WalletConnectConnection />
    </RainbowKitProvider>
  );
}

function OpenWhenAsked() {
  const { isOpen, close } = useConnect();
  const { openConnectModal } = useConnectModal();
  // Synchronises with RainbowKit, which keeps its own state of the modal.
  useEffect(() => {
    if (!isOpen || !openConnectModal) return;
    openConnectModal();
    close();
  }, [isOpen, openConnectModal, close]);
  return null;
}

function pageTheme() {
  const isLight = document.documentElement.dataset.theme === "light";
  const style = getComputedStyle(document.documentElement);
  const options = {
    accentColor: style.getPropertyValue("--accent").trim(),
    accentColorForeground: style.getPropertyValue("--bg").trim(),
    borderRadius: "small",
    fontStack: "system",
    overlayBlur: "none",
  } as const;
  const theme = isLight ? lightTheme(options) : darkTheme(options);
  return { ...theme, fonts: { body: "inherit" } };
}
