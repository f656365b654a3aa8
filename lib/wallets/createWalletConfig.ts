import { type Config, type CreateConnectorFn, createConfig } from "wagmi";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { cleanAnnouncements } from "./cleanAnnouncements";

/**
 * wagmi's configuration over the app's own client, so that wallets and screens ask the same nodes. Installed wallets
 * announce themselves (EIP-6963), and are heard cleaned; `connectors` are those that the project brings. Starts disconnected on server and
 * browser alike and reconnects after the first paint.
 */
export function createWalletConfig({ client }: ChainSource, connectors: readonly CreateConnectorFn[]): Config {
  if (typeof window !== "undefined") cleanAnnouncements(window);
  return createConfig({
    chains: [client.chain],
    client: () => client,
    connectors: [...connectors],
    ssr: true,
    multiInjectedProviderDiscovery: true,
  });
}
