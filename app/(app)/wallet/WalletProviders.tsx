"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { WagmiProvider } from "wagmi";
import { useChainSource } from "@/hooks/useChainSource";
import { createQueryClient } from "@/lib/queries/createQueryClient";
import { createWalletConfig } from "@/lib/wallets/createWalletConfig";
import { profileConnectors } from "@/lib/wallets/profileConnectors";

/** Wallet state and query cache over the app's one chain. */
export function WalletProviders({ children }: { readonly children: ReactNode }) {
  const source = useChainSource();
  const [queryClient] = useState(createQueryClient);
  const [config] = useState(() => createWalletConfig(source, profileConnectors(source)));
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </WagmiProvider>
  );
}
