import type { CreateConnectorFn } from "wagmi";
import type { AppChains } from "./createWalletConfig";
import { demoWallet } from "./demoWallet/demoWallet";
import { ledgerWallet } from "./ledger/ledgerWallet";
import type { WalletConnectOpening } from "./walletConnect/walletConnectParts";
import { walletConnectWallet } from "./walletConnect/walletConnectWallet";

/** The connectors that the local profile brings: a Ledger over USB, wallets on phones where WalletConnect is configured, and the demo wallet. */
export function profileConnectors(
  [{ client }, ...others]: AppChains,
  walletConnect: WalletConnectOpening | null,
): readonly CreateConnectorFn[] {
  const phones = walletConnect === null ? [] : [walletConnectWallet(client, walletConnect)];
  return [
    demoWallet(client) as CreateConnectorFn,
    ledgerWallet([client, ...others.map((other) => other.client)]),
    ...phones,
  ];
}
