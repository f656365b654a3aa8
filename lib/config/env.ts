import { parseSafeOrigins } from "./frameAncestors";
import { SAFE_ORIGIN } from "./safeEntry";

/**
 * The build's profile. `local` carries the demo wallet, the time machine and the faucet; `production` has none of them in its files.
 */
export type BuildProfile = "local" | "production";

/** What the server reads from its environment each time it needs it, never at build time. */
export type ServerEnvironment = {
  /** Path of the JSON that names the home chain, its addresses and vaults. */
  readonly deploymentPath: string;
  /** Paths of the same of further chains, in the order in which they are shown. */
  readonly furtherDeploymentPaths: readonly string[];
  /** RPC addresses that replace the deployment's, in order of preference; empty: use the deployment's. */
  readonly rpcUrls: readonly string[];
  /** Option market that replaces the deployment's; null: use the deployment's. */
  readonly marketUrl: string | null;
  /** Origins of the Safe pages that may show the Safe App's entry; none where what is configured is no list of origins. */
  readonly safeOrigins: readonly string[];
  /** WalletConnect's project id that replaces the deployment's; null: use the deployment's. */
  readonly walletConnectProjectId: string | null;
  /** Relay that replaces the deployment's; null: use the deployment's. */
  readonly walletConnectRelayUrl: string | null;
};

const DEVNET_DEPLOYMENT = "devnet/deployment.json";

/** The profile this build was made for; `production` unless it says `local` (next.config refuses a build that says neither). */
export const buildProfile: BuildProfile = process.env.NEXT_PUBLIC_BALLAST_PROFILE === "local" ? "local" : "production";

/** Reads the server's environment now. The names are documented in docs and in the README. */
export function serverEnvironment(): ServerEnvironment {
  const [deploymentPath = DEVNET_DEPLOYMENT, ...furtherDeploymentPaths] = pathsOf(process.env.BALLAST_DEPLOYMENT ?? "");
  return {
    deploymentPath,
    furtherDeploymentPaths,
    rpcUrls: (process.env.BALLAST_RPC_URLS ?? "").split(/[\s,]+/).filter((url) => url !== ""),
    marketUrl: process.env.BALLAST_MARKET_URL?.trim() || null,
    safeOrigins: parseSafeOrigins(process.env.BALLAST_SAFE_ORIGINS ?? SAFE_ORIGIN) ?? [],
    walletConnectProjectId: process.env.BALLAST_WALLETCONNECT_PROJECT_ID?.trim() || null,
    walletConnectRelayUrl: process.env.BALLAST_WALLETCONNECT_RELAY_URL?.trim() || null,
  };
}

/** True in `next dev`, where the tool itself needs eval and a web socket. */
export const isDevelopmentServer = process.env.NODE_ENV === "development";

/** Paths that commas part; a path may have spaces in it. */
function pathsOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((path) => path.trim())
    .filter((path) => path !== "");
}
