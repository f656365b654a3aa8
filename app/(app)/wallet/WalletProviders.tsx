"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { WagmiProvider } from "wagmi";
import { useChainSource } from "@/hooks/useChainSource";
import { createQueryClient } from "@/lib/queries/createQueryClient";
import { createWalletConfig } from "@/lib/wallets/createWalletConfig";
import { profileConnectors } from "@/lib/wallets/profileConnectors";
import type { WalletConnectOpening } from "@/lib/wallets/walletConnect/walletConnectWallet";

type Props = { readonly walletConnect: WalletConnectOpening | null; readonly children: ReactNode };

/** Wallet state and query cache over the app's one chain. */
export function WalletProviders({ walletConnect, children }: Props) {
  const source = useChainSource();
  const [queryClient] = useState(createQueryClient);
  const [config] = useState(() => createWalletConfig(source, profileConnectors(source, walletConnect)));
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </WagmiProvider>
  );
}
