import type { CreateConnectorFn } from "wagmi";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { demoWallet } from "./demoWallet/demoWallet";
import { ledgerWallet } from "./ledger/ledgerWallet";

/** The connectors that the local profile brings: a Ledger over USB, and the demo wallet. */
export function profileConnectors({ client }: ChainSource): readonly CreateConnectorFn[] {
  return [demoWallet(client) as CreateConnectorFn, ledgerWallet([client]) as CreateConnectorFn];
}
