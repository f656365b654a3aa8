import type { CreateConnectorFn } from "wagmi";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { lateConnector } from "../lateConnector";
import {
  type Inviter,
  STORED_SESSION,
  WALLETCONNECT_FACE,
  type WalletConnectOpening,
  type WalletConnectParts,
} from "./walletConnectParts";

/**
 * Wallets on phones, and Ledger Live, through WalletConnect's relay, as a connector. Neither its code nor its relay is asked for before the
 * person opens it.
 */
export function walletConnectWallet(client: ChainClient, setting: WalletConnectOpening): CreateConnectorFn {
  const { isOpen } = setting;
  let inviter: Inviter | null = null;
  return lateConnector<WalletConnectParts>({
    ...WALLETCONNECT_FACE,
    storedAs: isOpen ? STORED_SESSION : null,
    load: async (config) => {
      const { walletConnectConnector } = await import("./walletConnectConnector").catch((cause: unknown) => {
        inviter?.tellEnd("failed");
        throw cause;
      });
      const made = walletConnectConnector(WALLETCONNECT_FACE, { client, setting })(config as never);
      made.setInviter({
        invite: async (load, chainId) => (await inviter?.invite(load, chainId)) ?? null,
        tellEnd: (why) => inviter?.tellEnd(why),
      });
      return made;
    },
    parts: () => ({
      isOpen,
      setInviter: (given) => {
        inviter = given;
      },
    }),
  });
}
