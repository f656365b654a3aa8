import type { CreateConnectorFn } from "wagmi";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { demoWallet } from "./demoWallet/demoWallet";

/** The connectors that the local profile brings: the demo wallet. */
export function profileConnectors({ client }: ChainSource): readonly CreateConnectorFn[] {
  return [demoWallet(client) as CreateConnectorFn];
}
