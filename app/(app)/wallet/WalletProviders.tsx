"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { WagmiProvider } from "wagmi";
import { useChainSources } from "@/hooks/useChainSource";
import { useIsSafeFrame } from "@/hooks/useIsSafeFrame";
import { createQueryClient } from "@/lib/queries/createQueryClient";
import { createSafeConfig, createWalletConfig } from "@/lib/wallets/createWalletConfig";
import { profileConnectors } from "@/lib/wallets/profileConnectors";
import type { WalletConnectOpening } from "@/lib/wallets/walletConnect/walletConnectParts";

type Props = { readonly walletConnect: WalletConnectOpening | null; readonly children: ReactNode };

/** Wallet state and query cache over the app's chains. In a Safe's page there is no other wallet than the Safe. */
export function WalletProviders({ walletConnect, children }: Props) {
  const isSafe = useIsSafeFrame();
  const [queryClient] = useState(createQueryClient);
  return (
    <Wallets key={isSafe ? "safe" : "wallets"} isSafe={isSafe} walletConnect={walletConnect}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </Wallets>
  );
}

function Wallets({ isSafe, walletConnect, children }: Props & { readonly isSafe: boolean }) {
  const { sources } = useChainSources();
  const [config] = useState(() =>
    isSafe ? createSafeConfig(sources) : createWalletConfig(sources, profileConnectors(sources, walletConnect)),
  );
  return (
    <WagmiProvider config={config} reconnectOnMount={!isSafe}>
      {children}
    </WagmiProvider>
  );
}
