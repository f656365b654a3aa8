import { connectorsForWallets } from "@rainbow-me/rainbowkit";
import { walletConnectWallet } from "@rainbow-me/rainbowkit/wallets";
import type { Config } from "wagmi";
import { reconnect } from "wagmi/actions";

const WALLET_CONNECT_ID = "walletConnect";

/**
 * Adds WalletConnect to the choice of wallets, and takes up its last session. Loaded with the choice, because its code and
 * its relay are for those only who open it.
 */
export async function addWalletConnect(config: Config, projectId: string): Promise<void> {
  if (config.connectors.some(({ id }) => id === WALLET_CONNECT_ID)) return;
  const groups = [{ groupName: "On a phone", wallets: [walletConnectWallet] }];
  const { connectors } = config._internal;
  const added = connectorsForWallets(groups, { appName: "Ballast", projectId }).map(connectors.setup);
  connectors.setState((existing) => [...existing, ...added]);
  if ((await config.storage?.getItem("recentConnectorId")) === WALLET_CONNECT_ID) await reconnect(config);
}
