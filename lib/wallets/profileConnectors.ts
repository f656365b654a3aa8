import type { CreateConnectorFn } from "wagmi";
import type { ChainSource } from "@/lib/chain/ChainSource";
import { buildProfile } from "@/lib/config/env";
import { demoWallet } from "./demoWallet/demoWallet";

/** The connectors that the build's profile brings: the demo wallet in the local one, none in production (the constant cuts the code out). */
export function profileConnectors({ client }: ChainSource): readonly CreateConnectorFn[] {
  if (buildProfile !== "local") return [];
  return [demoWallet(client) as CreateConnectorFn];
}
