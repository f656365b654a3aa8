import type { CreateConnectorFn } from "wagmi";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { ledgerWallet } from "./ledger/ledgerWallet";

/** The connectors that the project itself brings: a Ledger over USB. The local profile takes profileConnectors.local.ts in place of this file (next.config). */
export function profileConnectors({ client }: ChainSource): readonly CreateConnectorFn[] {
  return [ledgerWallet([client]) as CreateConnectorFn];
}
