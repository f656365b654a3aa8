"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { useConnect } from "@/hooks/useConnect";
import { useEthBalance } from "@/hooks/useEthBalance";
import { useIsSafeFrame } from "@/hooks/useIsSafeFrame";
import { useWallet } from "@/hooks/useWallet";

const WalletModal = dynamic(() => import("./WalletModal").then((module) => module.WalletModal), { ssr: false });

const SafeReturn = dynamic(() => import("./SafeReturn").then((module) => module.SafeReturn), { ssr: false });

const AccountMenu = dynamic(() => import("./AccountMenu").then((module) => module.AccountMenu), {
  ssr: false,
  loading: Connecting,
});

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
        <AccountMenu account={account} />
      ) : isConnecting ? (
        <Connecting />
      ) : (
        <Button onClick={connect} icon="wallet">
          Connect wallet
        </Button>
      )}
      {!isMounted ? null : isSafe ? <SafeReturn /> : <WalletModal />}
    </>
  );
}

function Connecting() {
  return <Button busy="Connecting">Connect wallet</Button>;
}
