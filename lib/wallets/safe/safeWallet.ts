import { type CreateConnectorFn, createConnector } from "wagmi";
import { WalletFailedError } from "@/lib/errors/walletErrors";
import { createSafeProvider, type SafeProvider } from "./createSafeProvider";
import { parseSafeAccount } from "./parseSafeAnswers";
import { openSafeApp, type SafeApp } from "./SafeApp";
import { SAFE_WALLET_TYPE } from "./safeWalletType";

/**
 * The Safe whose page frames this one, as a connector. Nothing is remembered: the frame says who is there at each load. It
 * cannot change its chain, and a Safe of another chain is shown as what it is.
 */
export function safeWallet(
  origins: readonly string[],
  open: (origins: readonly string[]) => Promise<SafeApp> = openSafeApp,
): CreateConnectorFn<SafeProvider> {
  const ask = async () => {
    const app = await open(origins);
    const account = parseSafeAccount(await app.account());
    if (account === null) throw new WalletFailedError(null);
    return { account, provider: createSafeProvider(app, account) };
  };
  let asked: ReturnType<typeof ask> | undefined;
  const safe = () => {
    asked ??= ask();
    return asked;
  };
  return createConnector<SafeProvider>(() => ({
    id: "xyz.ballast.safe",
    name: "Safe",
    type: SAFE_WALLET_TYPE,
    getProvider: async () => (await safe()).provider,
    getAccounts: async () => [(await safe()).account.address],
    getChainId: async () => (await safe()).account.chainId,
    isAuthorized: async () => true,
    connect: async () => {
      const { account } = await safe();
      return { accounts: [account.address] as never, chainId: account.chainId };
    },
    disconnect: async () => undefined,
    onAccountsChanged: () => undefined,
    onChainChanged: () => undefined,
    onDisconnect: () => undefined,
  }));
}
