import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type {
  DeploymentAddresses,
  DeploymentCode,
  DeploymentFeed,
  DeploymentToken,
  DeploymentVault,
} from "@/lib/config/Deployment";
import type { ListedVault } from "@/lib/config/VaultRegistry";
import type { Address } from "@/lib/vault/Token";
import { DevnetError } from "./DevnetError";
import type { Coin } from "./prices/MarketLaw";

/** An account of the published mnemonic and its part in the local chain's history. */
export type DevnetAccount = { readonly role: string; readonly address: Address; readonly mnemonicIndex: number };

/** The feeds of a pair, and whose price they tell. */
export type DevnetFeed = DeploymentFeed & { readonly coin: Coin };

/** The contracts that prices are posted to: the market, which owns the feeds, and the feeds. */
export type MarketContracts = { readonly market: Address; readonly feeds: readonly DevnetFeed[] };

/** What the local chain's file says: what any deployment says, and what only a local chain has. */
export type DevnetDeployment = MarketContracts & {
  readonly chainId: number;
  readonly rpcUrl: string;
  readonly controlUrl: string | null;
  /** Where the option market answers, in the shape of Deribit's public API. */
  readonly marketUrl: string | null;
  readonly startBlock: number;
  readonly addresses: DeploymentAddresses & { readonly usdc: Address; readonly cbbtc: Address };
  readonly vaults: readonly DeploymentVault[];
  readonly tokens: readonly DeploymentToken[];
  readonly codeHashes: readonly DeploymentCode[];
  /** Vaults of other protocols, in the shape of a chain's entry in public/vaults.json. */
  readonly registry: { readonly vaults: readonly ListedVault[] };
  readonly makers: readonly Address[];
  readonly accounts: readonly DevnetAccount[];
};

/** Writes the file at once: a reader sees the old one or the new one, never half. */
export function writeDeployment(path: string, deployment: DevnetDeployment): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(deployment, null, 2)}\n`);
  renameSync(draft, path);
}

/** Reads a file that {@link writeDeployment} wrote. */
export function readDeployment(path: string): DevnetDeployment {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as DevnetDeployment;
  } catch (cause) {
    throw new DevnetError(`No local chain is described at ${path}: start one with npm run devnet.`, { cause });
  }
}
