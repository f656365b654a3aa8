import { cookies } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { LocalTools } from "@/components/devnet/LocalTools";
import { Footer } from "@/components/layout/Footer";
import { Main } from "@/components/layout/Main";
import { SkipLink } from "@/components/layout/SkipLink";
import { TabBar } from "@/components/layout/TabBar";
import { TopBar } from "@/components/layout/TopBar";
import { TransactionCenter } from "@/components/transaction/TransactionCenter";
import { MarketPrices } from "@/components/vault/MarketPrices";
import { ConnectButton } from "@/components/wallet/ConnectButton";
import { NetworkBadge } from "@/components/wallet/NetworkBadge";
import { WrongNetworkBanner } from "@/components/wallet/WrongNetworkBanner";
import { ChainSourceProvider } from "@/hooks/useChainSource";
import { hasOpenedWalletConnect, OPENED_WALLET_COOKIE } from "@/lib/config/openedWallet";
import { ConfigurationError } from "@/lib/errors/configurationErrors";
import { loadDeployments } from "@/lib/server/loadDeployment";
import { NotConfigured } from "./NotConfigured";
import { AppServices } from "./wallet/AppServices";
import { WalletProviders } from "./wallet/WalletProviders";

/** The app's frame. The configuration is read at each request, so one build serves any chain. */
export default async function AppLayout({ children }: { readonly children: ReactNode }) {
  await connection();
  const configuration = await loadDeployments().catch((cause: unknown) => {
    if (cause instanceof ConfigurationError) return cause;
    throw cause;
  });
  if (configuration instanceof ConfigurationError) return <NotConfigured failure={configuration} />;
  const { deployments, refusals } = configuration;
  const { walletConnect } = configuration.home;
  // As in proxy.ts: the page knows what its own policy lets it reach.
  const isOpen = hasOpenedWalletConnect((await cookies()).get(OPENED_WALLET_COOKIE)?.value);
  return (
    <ChainSourceProvider deployments={deployments} refusals={refusals}>
      <WalletProviders walletConnect={walletConnect && { ...walletConnect, isOpen }}>
        <SkipLink />
        <LocalTools />
        <TopBar feed={<MarketPrices />} network={<NetworkBadge />} wallet={<ConnectButton />} />
        <WrongNetworkBanner />
        <Main>{children}</Main>
        <Footer>Options can lose more than they earn. Each vault says when, and how much.</Footer>
        <TabBar />
        <AppServices />
        <TransactionCenter />
      </WalletProviders>
    </ChainSourceProvider>
  );
}
