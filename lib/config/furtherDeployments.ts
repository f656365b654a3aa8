import type { Deployment, DeploymentRefusal } from "./Deployment";
import { parseDeployment } from "./parseDeployment";

/** A deployment's file as it was found; `text` is null where it could not be read. */
export type DeploymentFile = { readonly path: string; readonly text: string | null };

/** Deployments on other chains than the home chain's, and the files that are left out. */
export type FurtherDeployments = {
  readonly deployments: readonly Deployment[];
  readonly refusals: readonly DeploymentRefusal[];
};

const UNREADABLE = "It cannot be read.";

/**
 * What stands beside the home chain, one deployment a chain, in the files' order. A file that cannot be read, has a fault, or names a chain
 * that is there already is left out with its faults and takes nothing with it. What the environment replaces is the home chain's alone;
 * the option market is the app's, so whether there is one is the home chain's word. Never throws.
 */
export function furtherDeployments(home: Deployment, files: readonly DeploymentFile[]): FurtherDeployments {
  const deployments: Deployment[] = [];
  const refusals: DeploymentRefusal[] = [];
  for (const { path, text } of files) {
    const parsed = text === null ? { ok: false as const, faults: [UNREADABLE] } : parseDeployment(text);
    const faults = parsed.ok ? doubleOf(parsed.value.deployment, [home, ...deployments]) : parsed.faults;
    if (parsed.ok && faults.length === 0) {
      deployments.push({ ...parsed.value.deployment, hasMarket: home.hasMarket });
    } else refusals.push({ file: fileName(path), faults });
  }
  return { deployments, refusals };
}

function doubleOf({ chainId }: Deployment, known: readonly Deployment[]): readonly string[] {
  return known.some((one) => one.chainId === chainId) ? [`It names chain ${chainId}, which is there already.`] : [];
}

/** Where a file lies on the server is nobody's business. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
