import type { YieldProtocol } from "@/lib/vault/YieldVault";
import { aave } from "../aave/aave";
import { erc4626 } from "../erc4626/erc4626";
import type { ListedModule } from "./ListedModule";

/** The protocols that the registry can name, besides our own: a new one is a folder and a line here. */
export const LISTED_PROTOCOL: Readonly<Record<YieldProtocol, ListedModule>> = { erc4626, aave };
