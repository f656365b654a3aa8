import type { PrivateKeyAccount } from "viem";
import { type HDAccount, mnemonicToAccount, privateKeyToAccount } from "viem/accounts";
import type { Deployment } from "@/lib/config/Deployment";
import { parseDeployment } from "@/lib/config/parseDeployment";
import { PUBLISHED_MNEMONIC } from "@/lib/config/publishedMnemonic";
import { KeeperError } from "./KeeperError";
import { type OperationConfig, readOperationConfig } from "./operation/readOperationConfig";

/** A key that the keeper signs with. */
export type KeeperAccount = PrivateKeyAccount | HDAccount;

/** A keeper's configuration, checked. */
export type KeeperConfig = {
  readonly deployment: Deployment;
  /** Where options are quoted; null: makers have their own view alone. */
  readonly marketUrl: string | null;
  /** Signs openings, clearings and settlements; null when the roll role is off. */
  readonly roller: KeeperAccount | null;
  /** Signs quotes, in the order of the maker profiles; empty when the maker role is off. */
  readonly makers: readonly KeeperAccount[];
  readonly intervalSeconds: number;
  readonly operation: OperationConfig;
};

/** What is read: the deployment's file as text, and the environment. */
export type KeeperConfigInput = {
  readonly deploymentText: string;
  readonly rpcUrls: readonly string[];
  /** Replaces the deployment's. */
  readonly marketUrl?: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

const LOCAL_CHAIN_ID = 31_337;
const LOCAL_CURATOR = 9;
const LOCAL_MAKERS = [7, 8] as const;
const DEFAULT_INTERVAL_SECONDS = 5;

/**
 * Reads `BALLAST_KEEPER_ROLES` (roll, maker or both), `BALLAST_KEEPER_KEY`, `BALLAST_MAKER_KEYS` (private keys, comma
 * between), `BALLAST_KEEPER_INTERVAL_SECONDS`, and what readOperationConfig does. Keys default to the published ones on the local chain and nowhere else.
 * Throws {@link KeeperError} that names the variable and what it should be.
 */
export function readKeeperConfig(input: KeeperConfigInput): KeeperConfig {
  const { deploymentText, rpcUrls, marketUrl = null, environment } = input;
  const parsed = parseDeployment(deploymentText, { rpcUrls, marketUrl });
  if (!parsed.ok) throw new KeeperError(`The deployment's file is faulty. ${parsed.faults.join(" ")}`);
  const { deployment } = parsed.value;
  const isLocal = deployment.chainId === LOCAL_CHAIN_ID;
  const roles = readRoles(environment.BALLAST_KEEPER_ROLES);
  const rollKey = environment.BALLAST_KEEPER_KEY;
  const makerKeys = (environment.BALLAST_MAKER_KEYS ?? "").split(/[\s,]+/).filter((key) => key !== "");
  return {
    deployment,
    marketUrl: parsed.value.marketUrl,
    roller: roles.has("roll") ? readRoller(rollKey, isLocal) : null,
    makers: roles.has("maker") ? readMakers(makerKeys, isLocal) : [],
    intervalSeconds: readInterval(environment.BALLAST_KEEPER_INTERVAL_SECONDS),
    operation: readOperationConfig(environment),
  };
}

function readRoles(text = "roll,maker"): ReadonlySet<string> {
  const roles = new Set(text.split(/[\s,]+/).filter((role) => role !== ""));
  const unknown = [...roles].filter((role) => role !== "roll" && role !== "maker");
  if (roles.size > 0 && unknown.length === 0) return roles;
  throw new KeeperError(`BALLAST_KEEPER_ROLES is "${text}": name roll, maker or both, with a comma between.`);
}

function readRoller(key: string | undefined, isLocal: boolean): KeeperAccount {
  if (key) return readKey("BALLAST_KEEPER_KEY", key);
  if (isLocal) return mnemonicToAccount(PUBLISHED_MNEMONIC, { addressIndex: LOCAL_CURATOR });
  throw new KeeperError("BALLAST_KEEPER_KEY is missing: only the local chain has a published key.");
}

function readMakers(keys: readonly string[], isLocal: boolean): readonly KeeperAccount[] {
  if (keys.length > 0) return keys.map((key) => readKey("BALLAST_MAKER_KEYS", key));
  if (isLocal) return LOCAL_MAKERS.map((addressIndex) => mnemonicToAccount(PUBLISHED_MNEMONIC, { addressIndex }));
  throw new KeeperError(
    "BALLAST_MAKER_KEYS is missing: give the makers' keys or drop maker from BALLAST_KEEPER_ROLES.",
  );
}

function readKey(name: string, key: string): KeeperAccount {
  if (/^0x[\da-fA-F]{64}$/.test(key)) return privateKeyToAccount(key as `0x${string}`);
  throw new KeeperError(`${name} holds something that is not a private key of 0x and 64 hex digits.`);
}

function readInterval(text: string | undefined): number {
  if (text === undefined || text === "") return DEFAULT_INTERVAL_SECONDS;
  const seconds = Number(text);
  if (Number.isFinite(seconds) && seconds >= 1 && seconds <= 3_600) return seconds;
  throw new KeeperError(`BALLAST_KEEPER_INTERVAL_SECONDS is "${text}": give a number from 1 to 3600.`);
}
