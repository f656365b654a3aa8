"use client";

import { useConnectors } from "wagmi";
import { walletConnectParts } from "@/lib/wallets/walletConnect/walletConnectParts";

/** Which ways to a wallet does this site offer besides a Ledger over USB and the extensions that are installed? */
export function useWalletWays(): { readonly hasPhones: boolean } {
  return { hasPhones: useConnectors().some((connector) => walletConnectParts(connector) !== null) };
}
