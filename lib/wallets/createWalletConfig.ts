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

/**
 * The same inside a Safe's page, where the Safe is the wallet: no other is looked for, and nothing is remembered, because a browser may
 * refuse a page in a frame its storage, and the frame says at each load who is there.
 */
export function createSafeConfig({ client }: ChainSource): Config {
  return createConfig({
    chains: [client.chain],
    client: () => client,
    connectors: [],
    storage: null,
    multiInjectedProviderDiscovery: false,
  });
}
