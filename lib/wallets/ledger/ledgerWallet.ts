import type { CreateConnectorFn } from "wagmi";
import type { ChainClient } from "@/lib/chain/createChainClient";
import { lateConnector } from "../lateConnector";
import { type ChooseLedgerAccount, LEDGER_FACE, type LedgerWalletParts, STORED_ACCOUNT } from "./ledgerParts";

/**
 * A Ledger over USB as a connector, loaded at its first use. `clients`: the chains that the app is set up for, the one that it is on first.
 */
export function ledgerWallet(clients: readonly [ChainClient, ...ChainClient[]]): CreateConnectorFn {
  let chooser: ChooseLedgerAccount | null = null;
  return lateConnector<LedgerWalletParts>({
    ...LEDGER_FACE,
    storedAs: STORED_ACCOUNT,
    load: async (config) => {
      const { ledgerConnector } = await import("./ledgerConnector");
      const made = ledgerConnector(LEDGER_FACE, clients)(config as never);
      made.setChooser(async (session) => (await chooser?.(session)) ?? null);
      return made;
    },
    parts: (loaded) => ({
      session: async () => (await loaded()).session(),
      setChooser: (choose) => {
        chooser = choose;
      },
      isAddressChecked: async () => (await loaded()).isAddressChecked(),
      checkAddress: async () => (await loaded()).checkAddress(),
    }),
  });
}
