import type { CreateConnectorFn } from "wagmi";
import type { AppChains } from "./createWalletConfig";
import { ledgerWallet } from "./ledger/ledgerWallet";
import type { WalletConnectOpening } from "./walletConnect/walletConnectParts";
import { walletConnectWallet } from "./walletConnect/walletConnectWallet";

/**
 * The connectors that the project itself brings: a Ledger over USB, and wallets on phones where WalletConnect is configured. The local profile takes
 * profileConnectors.local.ts in place of this file (next.config).
 */
export function profileConnectors(
  [{ client }, ...others]: AppChains,
  walletConnect: WalletConnectOpening | null,
): readonly CreateConnectorFn[] {
  const phones = walletConnect === null ? [] : [walletConnectWallet(client, walletConnect)];
  return [ledgerWallet([client, ...others.map((other) => other.client)]), ...phones];
}
