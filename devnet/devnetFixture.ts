import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ChainSource, createChainSource } from "@/lib/chain/ChainSource";
import type { Deployment } from "@/lib/config/Deployment";
import { parseDeployment } from "@/lib/config/parseDeployment";
import { type RunningDevnet, startDevnet } from "./startDevnet";

/** A local chain of a test's own, read as the app reads it. */
export type TestDevnet = {
  readonly devnet: RunningDevnet;
  readonly deployment: Deployment;
  readonly marketUrl: string | null;
  readonly source: ChainSource;
  /** Ends it and leaves no file behind. */
  readonly stop: () => Promise<void>;
};

/** Starts one where no block and no price comes by itself, with its file in a folder of its own. */
export async function startTestDevnet(): Promise<TestDevnet> {
  const folder = mkdtempSync(join(tmpdir(), "ballast-test-"));
  const devnet = await startDevnet({ deploymentPath: join(folder, "deployment.json"), quiet: true, market: false });
  const stop = async () => {
    await devnet.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const parsed = parseDeployment(readFileSync(devnet.deploymentPath, "utf8"));
  if (!parsed.ok) {
    await stop();
    throw new TypeError(parsed.faults.join(" "));
  }
  const { deployment, marketUrl } = parsed.value;
  return { devnet, deployment, marketUrl, source: createChainSource(deployment), stop };
}
