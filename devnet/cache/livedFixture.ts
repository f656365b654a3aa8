import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDevnet } from "../startDevnet";

/** Lives the history once, before tests that each start a chain at the same time find it on disk. */
export async function setup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "ballast-lived-"));
  const devnet = await startDevnet({ deploymentPath: join(folder, "deployment.json"), quiet: true, market: false });
  await devnet.stop();
  rmSync(folder, { recursive: true });
}
