"use client";

import { lazy, useState } from "react";
import { BrowserPart } from "@/components/layout/BrowserPart";
import { Button } from "@/components/ui/Button";
import { useConnect } from "@/hooks/useConnect";
import { useEthBalance } from "@/hooks/useEthBalance";
import { useIsSafeFrame } from "@/hooks/useIsSafeFrame";
import { useWallet } from "@/hooks/useWallet";

const WalletModal = lazy(() => import("./WalletModal").then((module) => ({ default: module.WalletModal })));

const SafeReturn = lazy(() => import("./SafeReturn").then((module) => ({ default: module.SafeReturn })));

const AccountMenu = lazy(() => import("./AccountMenu").then((module) => ({ default: module.AccountMenu })));

/** Connects a wallet, or shows the connected account. The choice of wallets is loaded at the first press, or when a connection is remembered. */
export function ConnectButton() {
  const { status, account } = useWallet();
  // Asked with the account and not with the menu's code: what a page wants to know of an account is then one multicall.
  useEthBalance(account);
  const { connect, isOpen } = useConnect();
  const [isMounted, setIsMounted] = useState(false);
  const isSafe = useIsSafeFrame();
  const isRemembered = status === "reconnecting" || status === "connected";
  const isConnecting = isRemembered || (isSafe && status === "connecting");
  if (!isMounted && (isOpen || isRemembered)) setIsMounted(true);
  return (
    <>
      {account ? (
        <BrowserPart place={<Connecting />}>
          <AccountMenu account={account} />
        </BrowserPart>
      ) : isConnecting ? (
        <Connecting />
      ) : (
        <Button onClick={connect} icon="wallet">
          Connect wallet
        </Button>
      )}
      {isMounted ? <BrowserPart>{isSafe ? <SafeReturn /> : <WalletModal />}</BrowserPart> : null}
    </>
  );
}

function Connecting() {
  return <Button busy="Connecting">Connect wallet</Button>;
}
