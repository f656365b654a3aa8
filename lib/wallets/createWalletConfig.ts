import { type Config, type CreateConnectorFn, createConfig } from "wagmi";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { cleanAnnouncements } from "./cleanAnnouncements";

/** Every chain of the app, the home chain first. */
export type AppChains = readonly [ChainSource, ...ChainSource[]];

/**
 * wagmi's configuration over the app's own clients, so that wallets and screens ask the same nodes. Installed wallets
 * announce themselves (EIP-6963), and are heard cleaned; `connectors` are those that the project brings. Starts disconnected on server and
 * browser alike and reconnects after the first paint.
 */
export function createWalletConfig(sources: AppChains, connectors: readonly CreateConnectorFn[]): Config {
  if (typeof window !== "undefined") cleanAnnouncements(window);
  return createConfig({
    ...chainsOf(sources),
    connectors: [...connectors],
    ssr: true,
    multiInjectedProviderDiscovery: true,
  });
}

/**
 * The same inside a Safe's page, where the Safe is the wallet: no other is looked for, and nothing is remembered, because a browser may
 * refuse a page in a frame its storage, and the frame says at each load who is there.
 */
export function createSafeConfig(sources: AppChains): Config {
  return createConfig({
    ...chainsOf(sources),
    connectors: [],
    storage: null,
    multiInjectedProviderDiscovery: false,
  });
}

function chainsOf([home, ...others]: AppChains) {
  const clients = [home, ...others].map(({ client }) => client);
  return {
    chains: [home.client.chain, ...others.map(({ client }) => client.chain)] as const,
    client: ({ chain }: { readonly chain: { readonly id: number } }) =>
      clients.find((client) => client.chain.id === chain.id) ?? home.client,
  };
}
