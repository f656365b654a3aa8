"use client";

import { useAccount } from "wagmi";
import { chainFacts } from "@/lib/config/chains";
import type { Address } from "@/lib/vault/Token";
import { SAFE_WALLET_TYPE } from "@/lib/wallets/safe/safeWalletType";
import { useChainSource } from "./useChainSource";

/** The wallet as the screens need it. */
export type Wallet = {
  readonly status: "disconnected" | "connecting" | "reconnecting" | "connected";
  /** Undefined unless connected. */
  readonly account: Address | undefined;
  /** The wallet's own name for itself. */
  readonly name: string | undefined;
  /** Chain the wallet is on; undefined unless connected. */
  readonly chainId: number | undefined;
  /** Chain the app is on, and its name. */
  readonly appChainId: number;
  readonly appChainName: string;
  readonly isWrongChain: boolean;
  /** A Safe, in whose page the app is: it stays on its chain, its owners sign, and whoever executes pays the fee. */
  readonly isSafe: boolean;
};

/** Who is connected, with what, and on which chain? */
export function useWallet(): Wallet {
  const { deployment } = useChainSource();
  const { status, address, chainId, connector } = useAccount();
  const isConnected = status === "connected";
  return {
    status,
    account: isConnected ? address : undefined,
    name: connector?.name,
    chainId: isConnected ? chainId : undefined,
    appChainId: deployment.chainId,
    appChainName: chainFacts(deployment.chainId).name,
    isSafe: isConnected && connector.type === SAFE_WALLET_TYPE,
    isWrongChain: isConnected && chainId !== deployment.chainId,
  };
}
